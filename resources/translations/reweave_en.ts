<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>FileFlow</name>
    <message numerus="yes">
        <source>One photo at a time: {name} is opened, %n are not.</source>
        <translation>
            <numerusform>One photo at a time: {name} is opened, %n is not.</numerusform>
            <numerusform>One photo at a time: {name} is opened, %n are not.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos are too many for one window, but can be repaired in one go, each into a new file.</source>
        <translation>
            <numerusform>%n photo can be repaired in one go, into a new file.</numerusform>
            <numerusform>%n photos are too many for one window, but can be repaired in one go, each into a new file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>Damage found: %n place(s)</source>
        <translation>
            <numerusform>Damage found: %n place</numerusform>
            <numerusform>Damage found: %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepairFlow</name>
    <message numerus="yes">
        <source>Repaired in {seconds} s, %n step(s), seed {seed}</source>
        <translation>
            <numerusform>Repaired in {seconds} s, %n step, seed {seed}</numerusform>
            <numerusform>Repaired in {seconds} s, %n steps, seed {seed}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The repair was cancelled, and %n that waited: photo and mask are as they were.</source>
        <translation>
            <numerusform>The repair was cancelled, and %n that waited: photo and mask are as they were.</numerusform>
            <numerusform>The repair was cancelled, and %n that waited: photo and mask are as they were.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>about %n hour left</numerusform>
            <numerusform>about %n hours left</numerusform>
        </translation>
    </message>
</context>
</TS>
