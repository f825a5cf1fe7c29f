<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>Autosave</name>
    <message>
        <source>The disk is full, so your work is not kept safe against a crash: free some space, or save now.</source>
        <translation>Der Datenträger ist voll, die Arbeit ist daher nicht gegen einen Absturz gesichert: Platz schaffen oder jetzt speichern.</translation>
    </message>
    <message>
        <source>Your work is not kept safe against a crash ({reason}): save it now and then.</source>
        <translation>Die Arbeit ist nicht gegen einen Absturz gesichert ({reason}): ab und zu speichern.</translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>File and view</source>
        <translation>Datei und Ansicht</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>BatchBar</name>
    <message>
        <source>Repair again in the batch</source>
        <translation>Im Stapel neu reparieren</translation>
    </message>
    <message>
        <source>With the mask as it is now, into the batch&apos;s output folder</source>
        <translation>Mit der jetzigen Maske, in den Ausgabeordner des Stapels</translation>
    </message>
    <message>
        <source>Show the batch</source>
        <translation>Stapel zeigen</translation>
    </message>
    <message>
        <source>{name}: correct its mask, then have it repaired again.</source>
        <translation>{name}: Maske verbessern, dann neu reparieren lassen.</translation>
    </message>
</context>
<context>
    <name>BatchEditing</name>
    <message>
        <source>The batch repairs the photo as its folder has it: undo first what was done to it here.</source>
        <translation>Der Stapel repariert das Foto, wie es im Ordner liegt: erst rückgängig machen, was hier daran getan wurde.</translation>
    </message>
    <message>
        <source>The mask is kept; the photo is repaired again when the batch is done.</source>
        <translation>Die Maske ist gesichert; das Foto wird neu repariert, sobald der Stapel fertig ist.</translation>
    </message>
    <message>
        <source>{name} was repaired again; the batch has the new one.</source>
        <translation>{name} wurde neu repariert; der Stapel enthält das neue Foto.</translation>
    </message>
</context>
<context>
    <name>BatchFlow</name>
    <message>
        <source>A batch is under way: wait for it or cancel it first.</source>
        <translation>Ein Stapel läuft gerade: erst abwarten oder abbrechen.</translation>
    </message>
    <message>
        <source>A batch is running: {progress}. Stop it? What is finished stays; later it goes on from there.</source>
        <translation>Ein Stapel läuft: {progress}. Anhalten? Fertiges bleibt; später geht es dort weiter.</translation>
    </message>
    <message>
        <source>The plan was not finished; nothing was changed.</source>
        <translation>Der Plan wurde nicht fertig; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The open photo is being worked on: wait for that or cancel it first.</source>
        <translation>Am geöffneten Foto wird gearbeitet: erst abwarten oder abbrechen.</translation>
    </message>
    <message>
        <source>A batch is running: {progress}</source>
        <translation>Ein Stapel läuft: {progress}</translation>
    </message>
    <message>
        <source>{done} of {count} photos</source>
        <translation>{done} von {count} Fotos</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Fertig.</translation>
    </message>
    <message>
        <source>Stopped: what is finished stays, and the same folders go on from there.</source>
        <translation>Angehalten: Fertiges bleibt, und dieselben Ordner machen dort weiter.</translation>
    </message>
</context>
<context>
    <name>BatchForm</name>
    <message>
        <source>The folder of photos</source>
        <translation>Der Ordner mit Fotos</translation>
    </message>
    <message>
        <source>The folder for the repaired photos</source>
        <translation>Der Ordner für die reparierten Fotos</translation>
    </message>
    <message>
        <source>The folder of masks</source>
        <translation>Der Ordner mit Masken</translation>
    </message>
    <message>
        <source>Only the {count} dropped ones</source>
        <translation>Nur die {count} abgelegten</translation>
    </message>
    <message>
        <source>Find the damage</source>
        <translation>Schaden finden</translation>
    </message>
    <message>
        <source>Masks in a folder</source>
        <translation>Masken in einem Ordner</translation>
    </message>
    <message>
        <source>Left: only what is certainly damage. Right: everything that may be.</source>
        <translation>Links: nur, was sicher Schaden ist. Rechts: alles, was es sein könnte.</translation>
    </message>
    <message>
        <source>Copy them as they are</source>
        <translation>Unverändert kopieren</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Network evaluations at full size. All else is as the editor&apos;s panel has it.</source>
        <translation>Auswertungen des Netzes in voller Größe. Alles andere ist wie im Editor eingestellt.</translation>
    </message>
    <message>
        <source>The folders in it too</source>
        <translation>Auch die Ordner darin</translation>
    </message>
    <message>
        <source>Replace files that are there</source>
        <translation>Vorhandene Dateien ersetzen</translation>
    </message>
    <message>
        <source>Files in the output folder that no batch has written  (--overwrite)</source>
        <translation>Dateien im Ausgabeordner, die kein Stapel geschrieben hat  (--overwrite)</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Von vorn beginnen</translation>
    </message>
    <message>
        <source>Forget what earlier runs into the output folder have finished  (--restart)</source>
        <translation>Vergessen, was frühere Läufe in diesen Ausgabeordner fertig gemacht haben  (--restart)</translation>
    </message>
    <message>
        <source>Photos in</source>
        <translation>Fotos in</translation>
    </message>
    <message>
        <source>Repaired photos into</source>
        <translation>Repariert nach</translation>
    </message>
    <message>
        <source>What is damaged</source>
        <translation>Was Schaden ist</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>Masks in</source>
        <translation>Masken in</translation>
    </message>
    <message>
        <source>Photos without damage</source>
        <translation>Fotos ohne Schaden</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>{folder} is missing: choose it.</source>
        <translation>{folder} fehlt: bitte wählen.</translation>
    </message>
</context>
<context>
    <name>BatchRows</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>being repaired</source>
        <translation>wird repariert</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>repariert</translation>
    </message>
    <message>
        <source>without damage, copied</source>
        <translation>ohne Schaden, kopiert</translation>
    </message>
    <message>
        <source>without damage, left out</source>
        <translation>ohne Schaden, ausgelassen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cannot be repaired</source>
        <translation>nicht reparierbar</translation>
    </message>
    <message>
        <source>finished before</source>
        <translation>schon früher fertig</translation>
    </message>
</context>
<context>
    <name>BatchWindow</name>
    <message>
        <source>Repair a folder - Reweave</source>
        <translation>Ordner reparieren - Reweave</translation>
    </message>
    <message>
        <source>Looking through the folders… files: {count}</source>
        <translation>Ordner werden durchsucht… Dateien: {count}</translation>
    </message>
    <message>
        <source>Files that are no photos: {count}</source>
        <translation>Dateien, die keine Fotos sind: {count}</translation>
    </message>
    <message>
        <source>There is nothing to repair.</source>
        <translation>Es gibt nichts zu reparieren.</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Waiting: {count}</source>
        <translation>Wartend: {count}</translation>
    </message>
    <message>
        <source>Repaired: {count}</source>
        <translation>Repariert: {count}</translation>
    </message>
    <message>
        <source>Without damage: {count}</source>
        <translation>Ohne Schaden: {count}</translation>
    </message>
    <message>
        <source>Finished before: {count}</source>
        <translation>Schon fertig: {count}</translation>
    </message>
    <message>
        <source>Problems: {count}</source>
        <translation>Probleme: {count}</translation>
    </message>
    <message>
        <source>Failed: {count}</source>
        <translation>Fehlgeschlagen: {count}</translation>
    </message>
    <message>
        <source>Choose a folder, then make the plan.</source>
        <translation>Ordner wählen, dann planen.</translation>
    </message>
    <message>
        <source>Show only what failed or cannot be repaired</source>
        <translation>Nur zeigen, was fehlgeschlagen oder nicht reparierbar ist</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Open in the editor</source>
        <translation>Im Editor öffnen</translation>
    </message>
    <message>
        <source>Problems only</source>
        <translation>Nur Probleme</translation>
    </message>
    <message>
        <source>With the mask it was repaired with, to correct it  (Enter)</source>
        <translation>Mit der Maske der Reparatur, um sie zu verbessern  (Eingabetaste)</translation>
    </message>
    <message>
        <source>Repair again</source>
        <translation>Neu reparieren</translation>
    </message>
    <message>
        <source>Try once more what failed</source>
        <translation>Fehlgeschlagenes noch einmal versuchen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Make the plan</source>
        <translation>Planen</translation>
    </message>
    <message>
        <source>Look what is to be done; nothing is repaired yet</source>
        <translation>Nachsehen, was zu tun ist; noch wird nichts repariert</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Paste photo</source>
        <translation>Foto einfügen</translation>
    </message>
    <message>
        <source>Open the sample photo</source>
        <translation>Beispielfoto öffnen</translation>
    </message>
    <message>
        <source>Repair a folder…</source>
        <translation>Ordner reparieren…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Import mask…</source>
        <translation>Maske importieren…</translation>
    </message>
    <message>
        <source>Export mask…</source>
        <translation>Maske exportieren…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelle…</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Similar colour</source>
        <translation>Ähnliche Farbe</translation>
    </message>
    <message>
        <source>Remove a piece</source>
        <translation>Fläche entfernen</translation>
    </message>
    <message>
        <source>Remove instead of adding</source>
        <translation>Entfernen statt hinzufügen</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Pinsel verkleinern</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Pinsel vergrößern</translation>
    </message>
    <message>
        <source>Softer brush</source>
        <translation>Pinsel weicher</translation>
    </message>
    <message>
        <source>Harder brush</source>
        <translation>Pinsel härter</translation>
    </message>
    <message>
        <source>Grow mask</source>
        <translation>Maske ausweiten</translation>
    </message>
    <message>
        <source>Shrink mask</source>
        <translation>Maske verkleinern</translation>
    </message>
    <message>
        <source>Grow and shrink by…</source>
        <translation>Ausweiten und verkleinern um…</translation>
    </message>
    <message>
        <source>Invert mask</source>
        <translation>Maske umkehren</translation>
    </message>
    <message>
        <source>Clear mask</source>
        <translation>Maske leeren</translation>
    </message>
    <message>
        <source>Fit in window</source>
        <translation>An Fenster anpassen</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Hineinzoomen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Herauszoomen</translation>
    </message>
    <message>
        <source>Show mask</source>
        <translation>Maske anzeigen</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>Navigator</translation>
    </message>
    <message>
        <source>Pixel grid</source>
        <translation>Pixelraster</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Repair with the last settings</source>
        <translation>Mit den letzten Einstellungen reparieren</translation>
    </message>
    <message>
        <source>Repair this next</source>
        <translation>Danach reparieren</translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation>Anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Find damage</source>
        <translation>Schaden finden</translation>
    </message>
    <message>
        <source>Find and repair</source>
        <translation>Finden und reparieren</translation>
    </message>
    <message>
        <source>Enlarge 2x</source>
        <translation>2x vergrößern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Reweave</source>
        <translation>Über Reweave</translation>
    </message>
    <message>
        <source>Draw around the damage. Alt or the right button removes instead of adding.</source>
        <translation>Den Schaden umfahren. Alt oder die rechte Taste entfernt, statt hinzuzufügen.</translation>
    </message>
    <message>
        <source>Click the corners; a double click, Enter or the first corner closes it.</source>
        <translation>Die Ecken anklicken; ein Doppelklick, die Eingabetaste oder die erste Ecke schließt das Polygon.</translation>
    </message>
    <message>
        <source>Drag from corner to corner.</source>
        <translation>Von Ecke zu Ecke ziehen.</translation>
    </message>
    <message>
        <source>Click: what looks like that pixel is marked.</source>
        <translation>Klicken: Was wie dieses Pixel aussieht, wird markiert.</translation>
    </message>
    <message>
        <source>Click a marked piece to unmark all of it. Ctrl+click does so with any tool.</source>
        <translation>Eine markierte Fläche anklicken, um sie ganz zu entfernen. Strg+Klick tut das mit jedem Werkzeug.</translation>
    </message>
    <message>
        <source>Lets every tool unmark what it would mark.</source>
        <translation>Jedes Werkzeug entfernt, was es sonst markieren würde.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Mask</source>
        <translation>&amp;Maske</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>&amp;Reparieren</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>right button or Alt</source>
        <translation>rechte Taste oder Alt</translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation>Gerade Linie</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Umschalt+Klick</translation>
    </message>
    <message>
        <source>Remove a marked piece</source>
        <translation>Markierte Fläche entfernen</translation>
    </message>
    <message>
        <source>Ctrl+click</source>
        <translation>Strg+Klick</translation>
    </message>
    <message>
        <source>Close a polygon</source>
        <translation>Polygon schließen</translation>
    </message>
    <message>
        <source>double click, Enter, or its first corner</source>
        <translation>Doppelklick, Eingabetaste oder seine erste Ecke</translation>
    </message>
    <message>
        <source>Take back its last corner</source>
        <translation>Seine letzte Ecke zurücknehmen</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Am Zeiger zoomen</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Pinselgröße</translation>
    </message>
    <message>
        <source>Shift+wheel</source>
        <translation>Umschalt+Mausrad</translation>
    </message>
    <message>
        <source>Move the photo</source>
        <translation>Foto verschieben</translation>
    </message>
    <message>
        <source>hold Space, or middle button</source>
        <translation>Leertaste halten oder mittlere Taste</translation>
    </message>
    <message>
        <source>See the photo as it was</source>
        <translation>Foto im Zustand vorher sehen</translation>
    </message>
    <message>
        <source>hold Tab</source>
        <translation>Tab halten</translation>
    </message>
    <message>
        <source>Move the line between before and after</source>
        <translation>Linie zwischen vorher und nachher verschieben</translation>
    </message>
    <message>
        <source>drag it, Left or Right</source>
        <translation>ziehen, Pfeil links oder rechts</translation>
    </message>
</context>
<context>
    <name>DeviceChoice</name>
    <message>
        <source>{device} is not to be found here, so from now on repairs are computed on the best there is.</source>
        <translation>{device} ist hier nicht zu finden, daher wird ab jetzt auf dem besten vorhandenen Gerät gerechnet.</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Umgekehrt</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Geleert</translation>
    </message>
    <message>
        <source>Import mask</source>
        <translation>Maske importiert</translation>
    </message>
    <message>
        <source>{seconds} s · seed {seed} · {models}</source>
        <translation>{seconds} s · Startwert {seed} · {models}</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparatur</translation>
    </message>
    <message>
        <source>taken in place of the result</source>
        <translation>anstelle des Ergebnisses übernommen</translation>
    </message>
    <message>
        <source>{route} · {seconds} s · {models}</source>
        <translation>{route} · {seconds} s · {models}</translation>
    </message>
    <message>
        <source>Enlarge 2x</source>
        <translation>2x vergrößert</translation>
    </message>
</context>
<context>
    <name>EnlargeFlow</name>
    <message>
        <source>The photo is being enlarged: wait for it or cancel it first.</source>
        <translation>Das Foto wird gerade vergrößert: erst abwarten oder abbrechen.</translation>
    </message>
    <message>
        <source>Enlarged to {width} x {height} pixels in {seconds} s</source>
        <translation>In {seconds} s auf {width} x {height} Pixel vergrößert</translation>
    </message>
    <message>
        <source>The enlargement was cancelled: the photo is as it was.</source>
        <translation>Das Vergrößern wurde abgebrochen: Das Foto ist unverändert.</translation>
    </message>
</context>
<context>
    <name>FileFlow</name>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Masken</translation>
    </message>
    <message>
        <source>Open a photo</source>
        <translation>Foto öffnen</translation>
    </message>
    <message numerus="yes">
        <source>One photo at a time: {name} is opened, %n are not.</source>
        <translation>
            <numerusform>Nur ein Foto auf einmal: {name} wird geöffnet, %n weiteres nicht.</numerusform>
            <numerusform>Nur ein Foto auf einmal: {name} wird geöffnet, %n weitere nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos are too many for one window, but can be repaired in one go, each into a new file.</source>
        <translation>
            <numerusform>%n Foto kann in einem Zug repariert werden, in eine neue Datei.</numerusform>
            <numerusform>%n Fotos sind zu viele für ein Fenster, können aber in einem Zug repariert werden, jedes in eine neue Datei.</numerusform>
        </translation>
    </message>
    <message>
        <source>Repair them all…</source>
        <translation>Alle reparieren…</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
    <message>
        <source>There is no photo in the clipboard: copy an image or a file first.</source>
        <translation>In der Zwischenablage ist kein Foto: erst ein Bild oder eine Datei kopieren.</translation>
    </message>
    <message>
        <source>the pasted photo</source>
        <translation>eingefügtes Foto</translation>
    </message>
    <message>
        <source>Save the photo</source>
        <translation>Foto speichern</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Als {name} gespeichert.</translation>
    </message>
    <message>
        <source>Import a mask</source>
        <translation>Maske importieren</translation>
    </message>
    <message>
        <source>The mask is empty, so there is nothing to export: paint over the damage first.</source>
        <translation>Die Maske ist leer, es gibt nichts zu exportieren: erst den Schaden übermalen.</translation>
    </message>
    <message>
        <source>Export the mask</source>
        <translation>Maske exportieren</translation>
    </message>
    <message>
        <source>Mask exported as {name}.</source>
        <translation>Maske als {name} exportiert.</translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation>Änderungen an {name} speichern?</translation>
    </message>
    <message>
        <source>Export the mask painted on {name}?</source>
        <translation>Die auf {name} gemalte Maske exportieren?</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
</context>
<context>
    <name>FileHost</name>
    <message>
        <source>Opening {name}…</source>
        <translation>{name} wird geöffnet…</translation>
    </message>
    <message>
        <source>Saving {name}…</source>
        <translation>{name} wird gespeichert…</translation>
    </message>
</context>
<context>
    <name>Film</name>
    <message>
        <source>Step {step} of {total}</source>
        <translation>Schritt {step} von {total}</translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message>
        <source>Steps of the repair</source>
        <translation>Schritte der Reparatur</translation>
    </message>
    <message>
        <source>Click or drag to see a step; arrow keys move on; Esc goes back to the result</source>
        <translation>Klicken oder ziehen zeigt einen Schritt; Pfeiltasten blättern; Esc führt zum Ergebnis zurück</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Progress of the search</source>
        <translation>Fortschritt der Suche</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>Left: only what is certainly damage. Right: everything that may be.</source>
        <translation>Links: nur, was sicher Schaden ist. Rechts: alles, was es sein könnte.</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Repair all that is marked</source>
        <translation>Alles Markierte reparieren</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Keep the marks, to paint and erase by hand</source>
        <translation>Markierungen behalten, um von Hand zu malen und zu radieren</translation>
    </message>
    <message>
        <source>Looking for damage…</source>
        <translation>Schaden wird gesucht…</translation>
    </message>
    <message numerus="yes">
        <source>Damage found: %n place(s)</source>
        <translation>
            <numerusform>%n Stelle gefunden</numerusform>
            <numerusform>%n Stellen gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Damage found: no place</source>
        <translation>Keine Stelle gefunden</translation>
    </message>
</context>
<context>
    <name>FindFlow</name>
    <message>
        <source>Find damage</source>
        <translation>Schaden finden</translation>
    </message>
    <message>
        <source>Damage is being looked for: wait for it or cancel it first.</source>
        <translation>Es wird gerade nach Schaden gesucht: erst abwarten oder abbrechen.</translation>
    </message>
    <message>
        <source>The search was cancelled: photo and mask are as they were.</source>
        <translation>Die Suche wurde abgebrochen: Foto und Maske sind unverändert.</translation>
    </message>
    <message>
        <source>No damage was found, so nothing was changed.</source>
        <translation>Es wurde kein Schaden gefunden und daher nichts geändert.</translation>
    </message>
    <message>
        <source>No damage was found: move the slider to the right, or paint over it.</source>
        <translation>Es wurde kein Schaden gefunden: den Regler nach rechts schieben oder den Schaden übermalen.</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Keys</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Invisible mending for photographs: repairs damage by conditional diffusion, on this computer, and leaves every other pixel as it is.</source>
        <translation>Unsichtbares Flicken für Fotos: repariert Schäden durch bedingte Diffusion, auf diesem Rechner, und lässt alle anderen Pixel, wie sie sind.</translation>
    </message>
    <message>
        <source>About Reweave</source>
        <translation>Über Reweave</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>best</source>
        <translation>gründlich</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>schnell</translation>
    </message>
    <message>
        <source>eroded</source>
        <translation>erodiert</translation>
    </message>
    <message>
        <source>blind</source>
        <translation>blind</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Repeat with these settings</source>
        <translation>Mit diesen Einstellungen wiederholen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>System colours</source>
        <translation>Farben des Systems</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>Find damage</source>
        <translation>Schaden finden</translation>
    </message>
    <message>
        <source>Enlarge 2x</source>
        <translation>2x vergrößern</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>MaskFlow</name>
    <message>
        <source>The mask is empty: mark something first.</source>
        <translation>Die Maske ist leer: erst etwas markieren.</translation>
    </message>
    <message>
        <source>Growing the mask…</source>
        <translation>Maske wird ausgeweitet…</translation>
    </message>
    <message>
        <source>Grow by {pixels} px</source>
        <translation>Um {pixels} px ausgeweitet</translation>
    </message>
    <message>
        <source>Shrinking the mask…</source>
        <translation>Maske wird verkleinert…</translation>
    </message>
    <message>
        <source>Shrink by {pixels} px</source>
        <translation>Um {pixels} px verkleinert</translation>
    </message>
    <message>
        <source>Looking for similar colours…</source>
        <translation>Ähnliche Farben werden gesucht…</translation>
    </message>
    <message>
        <source>Looking for the piece…</source>
        <translation>Fläche wird gesucht…</translation>
    </message>
    <message>
        <source>There is no marked piece here: click on one to remove it.</source>
        <translation>Hier ist keine markierte Fläche: eine anklicken, um sie zu entfernen.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation>Details der Meldung</translation>
    </message>
</context>
<context>
    <name>MethodPanel</name>
    <message>
        <source>Remove damage: best</source>
        <translation>Schaden entfernen: gründlich</translation>
    </message>
    <message>
        <source>Fills what you painted so that it fits its surroundings. Everything else stays as it is.</source>
        <translation>Füllt das Übermalte passend zu seiner Umgebung. Alles andere bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Remove damage: fast</source>
        <translation>Schaden entfernen: schnell</translation>
    </message>
    <message>
        <source>Fills what you painted in one pass: several times as quick, smoother in wide places.</source>
        <translation>Füllt das Übermalte in einem Durchgang: um ein Mehrfaches schneller, an breiten Stellen glatter.</translation>
    </message>
    <message>
        <source>in the estimate (DDNM)</source>
        <translation>Schätzung (DDNM)</translation>
    </message>
    <message>
        <source>in the noisy image (RePaint)</source>
        <translation>Rauschbild (RePaint)</translation>
    </message>
    <message>
        <source>the eraser&apos;s (LaMa)</source>
        <translation>Radierer (LaMa)</translation>
    </message>
    <message>
        <source>a smooth surface</source>
        <translation>glatte Fläche</translation>
    </message>
    <message>
        <source>From {least} to {most}.</source>
        <translation>Von {least} bis {most}.</translation>
    </message>
    <message>
        <source>Respacing</source>
        <translation>Abstufung</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>Start at t</source>
        <translation>Beginn bei t</translation>
    </message>
    <message>
        <source>Noise put on the first fill: more invents, less keeps.</source>
        <translation>Rauschen auf der ersten Füllung: Mehr erfindet, weniger bewahrt.</translation>
    </message>
    <message>
        <source>Low-pass N</source>
        <translation>Tiefpass N</translation>
    </message>
    <message>
        <source>Let go at range_t</source>
        <translation>Loslassen: range_t</translation>
    </message>
    <message>
        <source>Jump length j</source>
        <translation>Sprungweite j</translation>
    </message>
    <message>
        <source>RePaint: how many steps a jump goes back, at most all of them.</source>
        <translation>RePaint: um wie viele Schritte ein Sprung zurückgeht, höchstens um alle.</translation>
    </message>
    <message>
        <source>Jump repeats r</source>
        <translation>Sprünge r</translation>
    </message>
    <message>
        <source>Eta η</source>
        <translation>Eta η</translation>
    </message>
    <message>
        <source>DDIM: share of fresh noise in each step.</source>
        <translation>DDIM: Anteil neuen Rauschens in jedem Schritt.</translation>
    </message>
    <message>
        <source>Ring width</source>
        <translation>Ringbreite</translation>
    </message>
    <message>
        <source>Pixels that are taken from each pass before the next one.</source>
        <translation>Pixel, die aus jedem Durchgang vor dem nächsten übernommen werden.</translation>
    </message>
    <message>
        <source>Feather</source>
        <translation>Weiche Kante</translation>
    </message>
    <message>
        <source>Pixels inside the mask&apos;s rim over which the repair is blended with the photo: mark a little more than the damage. 0 keeps the rim exact.</source>
        <translation>Pixel innerhalb des Maskenrands, über die die Reparatur ins Foto übergeht: etwas mehr als den Schaden markieren. Mit 0 bleibt der Rand exakt.</translation>
    </message>
    <message>
        <source>Texture</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <source>How much grain and fine detail wide repairs borrow from the rest of the photo; 0 leaves them smooth.</source>
        <translation>Wie viel Korn und feine Einzelheiten breite Reparaturen aus dem übrigen Foto übernehmen; mit 0 bleiben sie glatt.</translation>
    </message>
    <message>
        <source>First fill</source>
        <translation>Erste Füllung</translation>
    </message>
    <message>
        <source>What noise is put on: one pass of the eraser, or a classical fill.</source>
        <translation>Worauf Rauschen gelegt wird: ein Durchgang des Radierers oder eine klassische Füllung.</translation>
    </message>
    <message>
        <source>Experiment: ring by ring (erosion)</source>
        <translation>Experiment: Ring für Ring (Erosion)</translation>
    </message>
    <message>
        <source>Fills from the rim inwards, each ring seeing those before. Slow in wide places.</source>
        <translation>Füllt vom Rand nach innen, jeder Ring sieht die vorigen. An breiten Stellen langsam.</translation>
    </message>
    <message>
        <source>Experiment: blind (ILVR)</source>
        <translation>Experiment: blind (ILVR)</translation>
    </message>
    <message>
        <source>Does not tell the sampler what is damaged, and only pastes there: it copies damage, or drifts.</source>
        <translation>Verrät dem Sampler nicht, was beschädigt ist, und setzt nur dort ein: Es kopiert Schaden oder weicht ab.</translation>
    </message>
    <message>
        <source>ILVR (experiment)</source>
        <translation>ILVR (Experiment)</translation>
    </message>
    <message>
        <source>masked (experiment)</source>
        <translation>maskiert (Experiment)</translation>
    </message>
    <message>
        <source>interleaved (experiment)</source>
        <translation>verschränkt (Experiment)</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>How many repairs to make, each with another seed, to choose one from</source>
        <translation>Wie viele Reparaturen, jede mit anderem Startwert, zur Auswahl stehen sollen</translation>
    </message>
    <message>
        <source>Variants to choose from</source>
        <translation>Varianten zur Auswahl</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Go back to what measured best</source>
        <translation>Zurück zu dem, was am besten gemessen wurde</translation>
    </message>
    <message>
        <source>even steps</source>
        <translation>gleichmäßig</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Network evaluations at full size: more are slower and finer; with 0, quick and smooth.</source>
        <translation>Auswertungen des Netzes in voller Größe: Mehr sind langsamer und feiner; mit 0 schnell und glatt.</translation>
    </message>
    <message>
        <source>Timesteps to visit in place of even steps: &quot;250&quot;, &quot;100,50,25&quot; or &quot;ddim50&quot;.</source>
        <translation>Zeitschritte anstelle gleichmäßiger Schritte: „250“, „100,50,25“ oder „ddim50“.</translation>
    </message>
    <message>
        <source>How one step is taken from noise towards the picture.</source>
        <translation>Wie ein Schritt vom Rauschen zum Bild gemacht wird.</translation>
    </message>
    <message>
        <source>ILVR: holds colours and shapes coarser than N pixels.</source>
        <translation>ILVR: hält Farben und Formen, die gröber als N Pixel sind.</translation>
    </message>
    <message>
        <source>ILVR: the noise level from which on nothing is held.</source>
        <translation>ILVR: die Rauschstufe, ab der nichts mehr gehalten wird.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Einsetzen</translation>
    </message>
    <message>
        <source>Where the known pixels are put back at every step.</source>
        <translation>Wo die bekannten Pixel bei jedem Schritt wieder eingesetzt werden.</translation>
    </message>
    <message>
        <source>RePaint: how often each jump is made; 1 is never.</source>
        <translation>RePaint: wie oft jeder Sprung gemacht wird; 1 heißt nie.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same number gives the same picture; empty draws one.</source>
        <translation>Dieselbe Zahl ergibt dasselbe Bild; leer wird eine ausgelost.</translation>
    </message>
    <message>
        <source>exact (null space)</source>
        <translation>exakt (Nullraum)</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Enlarge 2x</source>
        <translation>2x vergrößern</translation>
    </message>
    <message>
        <source>What the settings are for</source>
        <translation>Wofür die Einstellungen gelten</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The network: the method&apos;s own, or a checkpoint file.</source>
        <translation>Das Netz: das des Verfahrens oder eine Modelldatei.</translation>
    </message>
    <message>
        <source>How Enlarge 2x works; the experiments are for comparison.</source>
        <translation>Wie „2x vergrößern“ arbeitet; die Experimente dienen dem Vergleich.</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Add its file…</source>
        <translation>Datei hinzufügen…</translation>
    </message>
    <message>
        <source>You have this model&apos;s file already, whatever it is called</source>
        <translation>Die Datei dieses Modells ist schon vorhanden, wie sie auch heißt</translation>
    </message>
    <message>
        <source>Discard what came</source>
        <translation>Teil verwerfen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Geeignet für</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>{licence}. To be accepted before use.</source>
        <translation>{licence}. Vor der Benutzung anzunehmen.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Benutzung</translation>
    </message>
    <message>
        <source>Go on fetching</source>
        <translation>Weiter laden</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Get ({size})</source>
        <translation>Laden ({size})</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>The method&apos;s own</source>
        <translation>Vom Verfahren</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Checkpoints (*)</source>
        <translation>Modelldateien (*)</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>{name} is no longer here: Reweave&apos;s own is used instead.</source>
        <translation>{name} ist nicht mehr da: Stattdessen wird das eigene Modell von Reweave benutzt.</translation>
    </message>
    <message>
        <source>{name} was removed.</source>
        <translation>{name} wurde entfernt.</translation>
    </message>
    <message>
        <source>{name} is here and can be used now.</source>
        <translation>{name} ist da und kann jetzt benutzt werden.</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Filling in one pass</source>
        <translation>Füllen in einem Durchgang</translation>
    </message>
    <message>
        <source>Finding damage</source>
        <translation>Schaden finden</translation>
    </message>
    <message>
        <source>Use for repairs</source>
        <translation>Für Reparaturen benutzen</translation>
    </message>
    <message>
        <source>Use for filling</source>
        <translation>Zum Füllen benutzen</translation>
    </message>
    <message>
        <source>Use to find damage</source>
        <translation>Zum Finden benutzen</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Benutzung</translation>
    </message>
    <message>
        <source>here, not for repairs</source>
        <translation>da, nicht für Reparaturen</translation>
    </message>
    <message>
        <source>comes with Reweave</source>
        <translation>in Reweave enthalten</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>{percent} % fetched</source>
        <translation>{percent} % geladen</translation>
    </message>
    <message>
        <source>can be fetched</source>
        <translation>kann geladen werden</translation>
    </message>
    <message>
        <source>from its page</source>
        <translation>von seiner Seite</translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation>{number} GB</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>{number} kB</source>
        <translation>{number} kB</translation>
    </message>
    <message>
        <source>{done} of {size} are here: go on whenever you like.</source>
        <translation>{done} von {size} sind da: jederzeit fortsetzbar.</translation>
    </message>
    <message>
        <source>Not here yet: Get fetches it, and an interrupted transfer goes on later.</source>
        <translation>Noch nicht da: „Laden“ holt es, eine unterbrochene Übertragung geht später weiter.</translation>
    </message>
    <message>
        <source>Not here yet: no direct address is known. Get the file from its page, then add it.</source>
        <translation>Noch nicht da: Es ist keine direkte Adresse bekannt. Die Datei von ihrer Seite holen, dann hinzufügen.</translation>
    </message>
    <message>
        <source>{doing}: {done} MB</source>
        <translation>{doing}: {done} MB</translation>
    </message>
    <message>
        <source>{doing}: {done} of {total} MB</source>
        <translation>{doing}: {done} von {total} MB</translation>
    </message>
    <message>
        <source>Copying the file</source>
        <translation>Datei wird kopiert</translation>
    </message>
    <message>
        <source>Checking what came</source>
        <translation>Übertragung wird geprüft</translation>
    </message>
    <message>
        <source>Looking at what is in it…</source>
        <translation>Inhalt wird untersucht…</translation>
    </message>
    <message>
        <source>The line broke off: trying again soon…</source>
        <translation>Die Verbindung brach ab: gleich ein neuer Versuch…</translation>
    </message>
    <message>
        <source>Fetching from {place}</source>
        <translation>Wird von {place} geladen</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Datei hinzufügen…</translation>
    </message>
    <message>
        <source>A checkpoint that you have: recognised by what is in it, not by its name</source>
        <translation>Eine vorhandene Modelldatei: erkannt an ihrem Inhalt, nicht am Namen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{title}

Licence: {licence}

This forbids commercial use, or does not say what is allowed. Do you accept it?</source>
        <translation>{title}

Lizenz: {licence}

Sie verbietet kommerzielle Nutzung oder sagt nicht, was erlaubt ist. Annehmen?</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>What has come is kept: go on whenever you like</source>
        <translation>Was schon da ist, bleibt: jederzeit fortsetzbar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>Add the file of {title}</source>
        <translation>Datei von {title} hinzufügen</translation>
    </message>
    <message>
        <source>Checkpoints (*)</source>
        <translation>Modelldateien (*)</translation>
    </message>
    <message>
        <source>Remove {title}? Its file is deleted: {path}</source>
        <translation>{title} entfernen? Die Datei wird gelöscht: {path}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Fetching {what}…</source>
        <translation>{what} wird geladen…</translation>
    </message>
    <message>
        <source>Adding {what}…</source>
        <translation>{what} wird hinzugefügt…</translation>
    </message>
    <message>
        <source>Removing {what}…</source>
        <translation>{what} wird entfernt…</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Navigator</source>
        <translation>Navigator</translation>
    </message>
    <message>
        <source>Drag the frame, or click, to see another part of the photo</source>
        <translation>Den Rahmen ziehen oder klicken, um einen anderen Teil des Fotos zu sehen</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>PhotoWatch</name>
    <message>
        <source>{name} was deleted or moved. The photo is still whole here: save it to have it again.</source>
        <translation>{name} wurde gelöscht oder verschoben. Hier ist das Foto noch vollständig: Speichern stellt es wieder her.</translation>
    </message>
    <message>
        <source>{name} was changed by another program. Here it is as you opened it: save it under another name to keep both, or open it again to see the change.</source>
        <translation>{name} wurde von einem anderen Programm geändert. Hier ist das Foto wie beim Öffnen: unter anderem Namen speichern, um beide zu behalten, oder neu öffnen, um die Änderung zu sehen.</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Repair this next</source>
        <translation>Danach reparieren</translation>
    </message>
    <message>
        <source>What you paint meanwhile is repaired after this  (Q)</source>
        <translation>Was inzwischen gemalt wird, wird danach repariert  (Q)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Wait after the step that is under way  (Ctrl+P)</source>
        <translation>Nach dem laufenden Schritt warten  (Strg+P)</translation>
    </message>
    <message>
        <source>Take this step</source>
        <translation>Diesen Schritt nehmen</translation>
    </message>
    <message>
        <source>Make the step you look at the result; Undo goes back</source>
        <translation>Den gezeigten Schritt zum Ergebnis machen; Rückgängig führt zurück</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Forget these steps</source>
        <translation>Diese Schritte vergessen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Looking at: {step}</source>
        <translation>Zu sehen: {step}</translation>
    </message>
    <message>
        <source>{stage}, step {step} of {total}</source>
        <translation>{stage}, Schritt {step} von {total}</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Reweave ended without being closed while {name} was open. Your work is kept as it was then: {when}.</source>
        <translation>Reweave wurde beendet, ohne geschlossen zu werden, als {name} offen war. Die Arbeit ist auf dem damaligen Stand erhalten: {when}.</translation>
    </message>
    <message>
        <source>Go on where you were</source>
        <translation>Dort fortfahren</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Bringing {name} back…</source>
        <translation>{name} wird wiederhergestellt…</translation>
    </message>
    <message>
        <source>{name} is as you left it.</source>
        <translation>{name} ist auf dem letzten Stand.</translation>
    </message>
    <message>
        <source>{path} is no longer there; save the photo to have it again.</source>
        <translation>{path} ist nicht mehr da; Speichern stellt das Foto wieder her.</translation>
    </message>
    <message>
        <source>The file was changed since: what you see began from the photo as you opened it.</source>
        <translation>Die Datei wurde seitdem geändert: Was zu sehen ist, beruht auf dem Foto, wie es geöffnet wurde.</translation>
    </message>
    <message>
        <source>What was kept of your last session is damaged and cannot be brought back; it is in {path}.</source>
        <translation>Was von der letzten Sitzung gesichert wurde, ist beschädigt und nicht wiederherstellbar; es liegt in {path}.</translation>
    </message>
</context>
<context>
    <name>RepairFlow</name>
    <message>
        <source>A repair is running: wait for it or cancel it first.</source>
        <translation>Es läuft gerade eine Reparatur: erst abwarten oder abbrechen.</translation>
    </message>
    <message>
        <source>Nothing is marked yet: paint over the damage first, then repair it.</source>
        <translation>Noch ist nichts markiert: erst den Schaden übermalen, dann reparieren.</translation>
    </message>
    <message>
        <source>Nothing is being repaired that this could follow.</source>
        <translation>Es läuft keine Reparatur, nach der diese folgen könnte.</translation>
    </message>
    <message>
        <source>All that is marked is being repaired, or waits to be: paint the next first.</source>
        <translation>Alles Markierte wird schon repariert oder wartet darauf: erst die nächste Stelle malen.</translation>
    </message>
    <message>
        <source>There is no repair yet whose settings could be used again.</source>
        <translation>Es gibt noch keine Reparatur, deren Einstellungen wieder benutzt werden könnten.</translation>
    </message>
    <message>
        <source>The settings are those of that repair now: paint over damage and repair it.</source>
        <translation>Die Einstellungen sind jetzt die jener Reparatur: Schaden übermalen und reparieren.</translation>
    </message>
    <message numerus="yes">
        <source>Repaired in {seconds} s, %n step(s), seed {seed}</source>
        <translation>
            <numerusform>In {seconds} s repariert, %n Schritt, Startwert {seed}</numerusform>
            <numerusform>In {seconds} s repariert, %n Schritte, Startwert {seed}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The repair was cancelled, and %n that waited: photo and mask are as they were.</source>
        <translation>
            <numerusform>Die Reparatur wurde abgebrochen, ebenso %n wartende: Foto und Maske sind unverändert.</numerusform>
            <numerusform>Die Reparatur wurde abgebrochen, ebenso %n wartende: Foto und Maske sind unverändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The repair was cancelled: photo and mask are as they were.</source>
        <translation>Die Reparatur wurde abgebrochen: Foto und Maske sind unverändert.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings in {path} cannot be read ({reason}): the defaults are used.</source>
        <translation>Die Einstellungen in {path} sind nicht lesbar ({reason}): Es gelten die Voreinstellungen.</translation>
    </message>
    <message>
        <source>The settings in {path} are damaged, so the defaults are used.</source>
        <translation>Die Einstellungen in {path} sind beschädigt, daher gelten die Voreinstellungen.</translation>
    </message>
    <message>
        <source>The settings were damaged, so the defaults are used; the old file is {path}.</source>
        <translation>Die Einstellungen waren beschädigt, daher gelten die Voreinstellungen; die alte Datei ist {path}.</translation>
    </message>
    <message>
        <source>The settings could not be saved in {path} ({reason}).</source>
        <translation>Die Einstellungen konnten nicht in {path} gespeichert werden ({reason}).</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Best there is</source>
        <translation>Das beste vorhandene</translation>
    </message>
    <message>
        <source>Main processor (CPU)</source>
        <translation>Hauptprozessor (CPU)</translation>
    </message>
    <message>
        <source>NVIDIA graphics card (CUDA)</source>
        <translation>NVIDIA-Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <source>Apple graphics (MPS)</source>
        <translation>Apple-Grafik (MPS)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translation>Rechnen auf</translation>
    </message>
    <message>
        <source>Where repairs are computed, from the next one on.</source>
        <translation>Worauf Reparaturen berechnet werden, ab der nächsten.</translation>
    </message>
    <message>
        <source>History in memory</source>
        <translation>Verlauf im Speicher</translation>
    </message>
    <message>
        <source>Older states of a photo beyond this are put on disk.</source>
        <translation>Darüber hinaus werden ältere Stände auf den Datenträger gelegt.</translation>
    </message>
    <message>
        <source>Usual method</source>
        <translation>Übliches Verfahren</translation>
    </message>
    <message>
        <source>What is chosen when the editor starts.</source>
        <translation>Was beim Start gewählt ist.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light or dark windows.</source>
        <translation>Helle oder dunkle Fenster.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>That of the window, from the next start on.</source>
        <translation>Die des Fensters, ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>{device}: not found here</source>
        <translation>{device}: hier nicht gefunden</translation>
    </message>
</context>
<context>
    <name>Spill</name>
    <message>
        <source>Old states of the history cannot be put on disk and stay in memory: {reason}</source>
        <translation>Alte Stände des Verlaufs lassen sich nicht auf den Datenträger legen und bleiben im Speicher: {reason}</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>adding texture</source>
        <translation>Struktur wird ergänzt</translation>
    </message>
    <message>
        <source>enlarging</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>looking for damage</source>
        <translation>Schaden wird gesucht</translation>
    </message>
    <message>
        <source>repairing</source>
        <translation>Reparatur</translation>
    </message>
    <message>
        <source>repairing blindly</source>
        <translation>blinde Reparatur</translation>
    </message>
    <message>
        <source>sketching at {scale} size</source>
        <translation>Skizze in {scale} der Größe</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>about a second left</source>
        <translation>noch etwa eine Sekunde</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>noch etwa %n Sekunde</numerusform>
            <numerusform>noch etwa %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>noch etwa %n Stunde</numerusform>
            <numerusform>noch etwa %n Stunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToolActions</name>
    <message>
        <source>Grow mask by {pixels} px</source>
        <translation>Maske um {pixels} px ausweiten</translation>
    </message>
    <message>
        <source>Shrink mask by {pixels} px</source>
        <translation>Maske um {pixels} px verkleinern</translation>
    </message>
    <message>
        <source>Grow and shrink</source>
        <translation>Ausweiten und verkleinern</translation>
    </message>
    <message>
        <source>Pixels to grow and shrink the mask by:</source>
        <translation>Pixel, um die die Maske ausgeweitet und verkleinert wird:</translation>
    </message>
</context>
<context>
    <name>ToolOptions</name>
    <message>
        <source>Hardness  ({ and })
Masks are exact: no pixel is half marked. Below 100 % the brush covers ever less towards its edge,
and what it covers by half or more is marked: the solid circle.</source>
        <translation>Härte  ({ und })
Masken sind exakt: Kein Pixel ist halb markiert. Unter 100 % deckt der Pinsel zum Rand hin immer weniger,
und was er mindestens zur Hälfte deckt, wird markiert: der durchgezogene Kreis.</translation>
    </message>
    <message>
        <source>How much red, green and blue may each differ from the pixel you click, of 255</source>
        <translation>Wie weit Rot, Grün und Blau jeweils vom angeklickten Pixel abweichen dürfen, von 255</translation>
    </message>
    <message>
        <source>Only what is connected to the pixel you click; else wherever in the photo it is</source>
        <translation>Nur, was mit dem angeklickten Pixel zusammenhängt; sonst überall im Foto</translation>
    </message>
    <message>
        <source>Draw around the damage</source>
        <translation>Den Schaden umfahren</translation>
    </message>
    <message>
        <source>Click corners; double click closes</source>
        <translation>Ecken anklicken; Doppelklick schließt</translation>
    </message>
    <message>
        <source>Drag from corner to corner</source>
        <translation>Von Ecke zu Ecke ziehen</translation>
    </message>
    <message>
        <source>Click a marked piece to remove it</source>
        <translation>Markierte Fläche anklicken, um sie zu entfernen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Brush size  ([ and ], or Shift and the wheel)</source>
        <translation>Pinselgröße  ([ und ] oder Umschalt und Mausrad)</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Härte</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Similar colour</source>
        <translation>Ähnliche Farbe</translation>
    </message>
    <message>
        <source>Remove a piece</source>
        <translation>Fläche entfernt</translation>
    </message>
    <message>
        <source>{tool}, removed</source>
        <translation>{tool}, entfernt</translation>
    </message>
</context>
<context>
    <name>VariantsFlow</name>
    <message>
        <source>Variants are being made: wait for them or cancel them first.</source>
        <translation>Es werden gerade Varianten berechnet: erst abwarten oder abbrechen.</translation>
    </message>
    <message>
        <source>There are variants to choose from: take one of them, or discard them, first.</source>
        <translation>Es stehen Varianten zur Auswahl: erst eine nehmen oder alle verwerfen.</translation>
    </message>
    <message>
        <source>The variants that were finished are kept: use one of them, or click Discard.</source>
        <translation>Die fertigen Varianten sind erhalten: eine davon nehmen oder „Verwerfen“ klicken.</translation>
    </message>
    <message>
        <source>The variants were discarded: photo and mask are as they were.</source>
        <translation>Die Varianten wurden verworfen: Foto und Maske sind unverändert.</translation>
    </message>
    <message>
        <source>The repair was cancelled: photo and mask are as they were.</source>
        <translation>Die Reparatur wurde abgebrochen: Foto und Maske sind unverändert.</translation>
    </message>
</context>
<context>
    <name>VariantsPanel</name>
    <message>
        <source>Amber: where the variants differ</source>
        <translation>Bernstein: wo sich die Varianten unterscheiden</translation>
    </message>
    <message>
        <source>How much was invented</source>
        <translation>Erfundenes</translation>
    </message>
    <message>
        <source>Shows where the variants differ: the brighter, the more freely it was invented</source>
        <translation>Zeigt, wo sich die Varianten unterscheiden: je heller, desto freier erfunden</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Diese nehmen</translation>
    </message>
    <message>
        <source>Take the variant that is shown into the photo  (Enter)</source>
        <translation>Die gezeigte Variante ins Foto übernehmen  (Eingabetaste)</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Leave photo and mask as they were  (Esc)</source>
        <translation>Foto und Maske unverändert lassen  (Esc)</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>{finished} of {count} variants are finished</source>
        <translation>{finished} von {count} fertig</translation>
    </message>
    <message>
        <source>Choose one of {count} variants</source>
        <translation>Eine von {count} wählen</translation>
    </message>
    <message>
        <source>One variant was finished</source>
        <translation>Eine Variante wurde fertig</translation>
    </message>
    <message>
        <source>Variant {number}: seed {seed}</source>
        <translation>Variante {number}: Startwert {seed}</translation>
    </message>
    <message>
        <source>Variant {number}</source>
        <translation>Variante {number}</translation>
    </message>
</context>
<context>
    <name>VariantsTask</name>
    <message>
        <source>variant {number} of {count}: {stage}</source>
        <translation>Variante {number} von {count}: {stage}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop a damaged photo here</source>
        <translation>Beschädigtes Foto hier ablegen</translation>
    </message>
    <message>
        <source>Paint over the damage, press Repair, and save: nothing else in the photo changes.</source>
        <translation>Den Schaden übermalen, „Reparieren“ klicken und speichern: Sonst ändert sich nichts am Foto.</translation>
    </message>
    <message>
        <source>Open a photo…</source>
        <translation>Foto öffnen…</translation>
    </message>
    <message>
        <source>Try the sample photo</source>
        <translation>Beispielfoto ausprobieren</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
</context>
</TS>
