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
        <source>Copy photo</source>
        <translation>Foto kopieren</translation>
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
    <name>Engine</name>
    <message>
        <source>The corrected mask cannot be kept in {folder} ({reason}): make room there.</source>
        <translation>Die berichtigte Maske lässt sich nicht in {folder} ablegen ({reason}): bitte dort Platz schaffen.</translation>
    </message>
    <message>
        <source>The process that worked on {photo} was ended by the system, twice: there may be too little memory for it, so close other programs or use fewer --workers.</source>
        <translation>Der Prozess, der an {photo} arbeitete, wurde zweimal vom System beendet: Vielleicht reicht der Speicher nicht; bitte andere Programme schließen oder weniger Prozesse nehmen (--workers).</translation>
    </message>
    <message>
        <source>Worker processes end as soon as they begin: there may be too little memory for so many, so start again with fewer --workers.</source>
        <translation>Die Prozesse enden, kaum dass sie begonnen haben: Vielleicht reicht der Speicher nicht für so viele; bitte mit weniger neu starten (--workers).</translation>
    </message>
    <message>
        <source>The batch&apos;s journal {path} cannot be written ({reason}): make room or choose another output folder, then start again.</source>
        <translation>Das Protokoll {path} lässt sich nicht schreiben ({reason}): bitte Platz schaffen oder einen anderen Ausgabeordner wählen, dann neu starten.</translation>
    </message>
    <message>
        <source>{folder} holds photos that were repaired with other weights of {names}: put the former ones back to go on, choose another output folder, or add --restart to begin anew.</source>
        <translation>In {folder} liegen Fotos, die mit anderen Gewichten von {names} repariert wurden: bitte die früheren zurücklegen, einen anderen Ausgabeordner wählen oder von vorn beginnen (--restart).</translation>
    </message>
    <message>
        <source>{path} is not the journal of a batch of this version: choose another output folder, or add --restart to begin anew.</source>
        <translation>{path} ist kein Protokoll dieser Version: bitte einen anderen Ausgabeordner wählen oder von vorn beginnen (--restart).</translation>
    </message>
    <message>
        <source>{folder} holds a batch of other settings ({names}): use the same ones to go on with it, choose another output folder, or add --restart to begin anew.</source>
        <translation>In {folder} liegt ein Durchlauf mit anderen Einstellungen ({names}): bitte dieselben nehmen, einen anderen Ausgabeordner wählen oder von vorn beginnen (--restart).</translation>
    </message>
    <message>
        <source>{path} is not a folder: remove it</source>
        <translation>{path} ist kein Ordner: bitte entfernen</translation>
    </message>
    <message>
        <source>{path} is a link that leads elsewhere: remove it</source>
        <translation>{path} ist eine Verknüpfung, die woandershin führt: bitte entfernen</translation>
    </message>
    <message>
        <source>{path} may not be written to: ask for permission</source>
        <translation>{path} ist schreibgeschützt: bitte um Erlaubnis fragen</translation>
    </message>
    <message>
        <source>{name} has no mask: put one of the name {stem} into {place}.</source>
        <translation>{name} hat keine Maske: bitte eine mit dem Namen {stem} in {place} legen.</translation>
    </message>
    <message>
        <source>{name} has {count} masks ({names}): keep one of them.</source>
        <translation>{name} hat {count} Masken ({names}): bitte nur eine davon behalten.</translation>
    </message>
    <message>
        <source>The mask {mask} is {width} x {height} pixels but the photo is {photo_width} x {photo_height}: use a mask of the photo&apos;s own size.</source>
        <translation>Die Maske {mask} hat {width} x {height} Pixel, das Foto aber {photo_width} x {photo_height}: bitte eine Maske in der Größe des Fotos nehmen.</translation>
    </message>
    <message>
        <source>{output} cannot be saved: {trouble}.</source>
        <translation>{output} lässt sich nicht speichern: {trouble}.</translation>
    </message>
    <message>
        <source>{output} exists already: move it, or allow it to be replaced (--overwrite).</source>
        <translation>{output} gibt es schon: bitte verschieben oder das Ersetzen erlauben (--overwrite).</translation>
    </message>
    <message>
        <source>{output} is not an ordinary file: remove it.</source>
        <translation>{output} ist keine gewöhnliche Datei: bitte entfernen.</translation>
    </message>
    <message>
        <source>{output} is too long a name to be saved: shorten the photo&apos;s.</source>
        <translation>{output} ist als Name zu lang: bitte den des Fotos kürzen.</translation>
    </message>
    <message>
        <source>{path} is no longer there: bring it back.</source>
        <translation>{path} ist nicht mehr da: bitte zurückholen.</translation>
    </message>
    <message>
        <source>The mask of {name} cannot be used: {reason}</source>
        <translation>Die Maske von {name} ist nicht brauchbar: {reason}</translation>
    </message>
    <message>
        <source>{path} is a link to a folder and is not entered: name that folder itself to repair it.</source>
        <translation>{path} ist eine Verknüpfung mit einem Ordner und wird nicht betreten: Um ihn zu reparieren, bitte den Ordner selbst nennen.</translation>
    </message>
    <message>
        <source>{path} would be saved as {output}, and so would {rivals}: rename all but one.</source>
        <translation>{path} würde als {output} gespeichert, {rivals} aber auch: bitte alle bis auf eines umbenennen.</translation>
    </message>
    <message>
        <source>The folder {name} cannot be read ({reason}).</source>
        <translation>Der Ordner {name} ist nicht lesbar ({reason}).</translation>
    </message>
    <message>
        <source>{target} is a file: name a folder for the output.</source>
        <translation>{target} ist eine Datei: bitte einen Ordner für die Ausgabe nennen.</translation>
    </message>
    <message>
        <source>{source} holds photos and masks: put the masks into a folder of their own.</source>
        <translation>In {source} liegen Fotos und Masken: bitte die Masken in einen eigenen Ordner legen.</translation>
    </message>
    <message>
        <source>There must be at least one worker, not {workers}.</source>
        <translation>Es muss mindestens einen Prozess geben, nicht {workers}.</translation>
    </message>
    <message>
        <source>The folder {path} does not exist: check its name.</source>
        <translation>Den Ordner {path} gibt es nicht: bitte den Namen prüfen.</translation>
    </message>
    <message>
        <source>{path} is a file: name a folder.</source>
        <translation>{path} ist eine Datei: bitte einen Ordner nennen.</translation>
    </message>
    <message>
        <source>There are no photos in {folder}: name another folder.</source>
        <translation>In {folder} liegen keine Fotos: bitte einen anderen Ordner nennen.</translation>
    </message>
    <message>
        <source>There are no photos in {folder}: name another or add --recursive for those in it.</source>
        <translation>In {folder} liegen keine Fotos: bitte einen anderen Ordner nennen oder die Ordner darin einbeziehen (--recursive).</translation>
    </message>
    <message>
        <source>The folder {folder} is no longer there: bring it back, then start again.</source>
        <translation>Der Ordner {folder} ist nicht mehr da: bitte zurückholen und neu starten.</translation>
    </message>
    <message>
        <source>{folder} is in the output folder {target}, which could overwrite its files: choose another.</source>
        <translation>{folder} liegt im Ausgabeordner {target}, was seine Dateien überschreiben könnte: bitte einen anderen wählen.</translation>
    </message>
    <message>
        <source>{path} leads nowhere ({reason}): name another folder.</source>
        <translation>{path} führt nirgendwohin ({reason}): bitte einen anderen Ordner nennen.</translation>
    </message>
    <message>
        <source>Another batch is writing into {target}: wait for it, or choose another folder.</source>
        <translation>Ein anderer Durchlauf schreibt gerade in {target}: bitte abwarten oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Nothing can be written into {target} ({reason}): choose another output folder.</source>
        <translation>In {target} lässt sich nichts schreiben ({reason}): bitte einen anderen Ausgabeordner wählen.</translation>
    </message>
    <message>
        <source>{path} was not saved: its folder is a link that leads elsewhere, remove it.</source>
        <translation>{path} wurde nicht gespeichert: Der Ordner ist eine Verknüpfung, die woandershin führt; bitte entfernen.</translation>
    </message>
    <message>
        <source>{path} was not saved ({reason}): see to its folder, then start again.</source>
        <translation>{path} wurde nicht gespeichert ({reason}): bitte nach dem Ordner sehen und neu starten.</translation>
    </message>
    <message>
        <source>{path} was not saved: something else has appeared there, move it.</source>
        <translation>{path} wurde nicht gespeichert: Dort liegt inzwischen etwas anderes; bitte verschieben.</translation>
    </message>
    <message>
        <source>{name} holds a network that is not known here (with {first}): choose one of {known}.</source>
        <translation>{name} enthält ein Netz, das hier nicht bekannt ist (mit {first}): bitte eines von diesen wählen: {known}.</translation>
    </message>
    <message>
        <source>There is no noise_schedule {kind!r}: declare {names}.</source>
        <translation>Ein noise_schedule {kind!r} gibt es nicht: bitte {names} angeben.</translation>
    </message>
    <message>
        <source>The weights in {name} do not show how to use them: declare {names} in models.toml.</source>
        <translation>Den Gewichten in {name} ist nicht anzusehen, wie sie zu benutzen sind: bitte {names} in models.toml angeben.</translation>
    </message>
    <message>
        <source>{name} was written by another version of this program: get the matching file.</source>
        <translation>{name} stammt von einer anderen Version dieses Programms: bitte die passende Datei besorgen.</translation>
    </message>
    <message>
        <source>The licence of {id}: {licence}{where}. If you accept it, add --accept-licence.</source>
        <translation>Die Lizenz von {id}: {licence}{where}. Wer sie annimmt, fügt --accept-licence hinzu.</translation>
    </message>
    <message>
        <source>There is no model {name!r}: the listed ones are {names}.</source>
        <translation>Ein Modell {name!r} gibt es nicht: In der Liste stehen {names}.</translation>
    </message>
    <message>
        <source>No direct address of {name} is known: get it from {page}, then main.py models add it.</source>
        <translation>Für {name} ist keine direkte Adresse bekannt: bitte von {page} holen und dann mit „main.py models add“ hinzufügen.</translation>
    </message>
    <message>
        <source>{name} comes with the program and stays.</source>
        <translation>{name} gehört zum Programm und bleibt.</translation>
    </message>
    <message>
        <source>{id} comes with the program: nothing is to be done.</source>
        <translation>{id} gehört zum Programm: Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>There is a model called {id} already: remove that one first, or give this one another name.</source>
        <translation>Ein Modell namens {id} gibt es schon: bitte erst jenes entfernen oder diesem einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>{name} is being fetched already: wait until that is done.</source>
        <translation>{name} wird schon geholt: bitte abwarten, bis das fertig ist.</translation>
    </message>
    <message>
        <source>{path} is a folder: choose a model file in it.</source>
        <translation>{path} ist ein Ordner: bitte eine Modelldatei darin wählen.</translation>
    </message>
    <message>
        <source>{path} is not there, or no ordinary file: choose a model file.</source>
        <translation>{path} ist nicht da oder keine gewöhnliche Datei: bitte eine Modelldatei wählen.</translation>
    </message>
    <message>
        <source>{path} cannot be read: check its path and permissions.</source>
        <translation>{path} ist nicht lesbar: bitte Pfad und Rechte prüfen.</translation>
    </message>
    <message>
        <source>It could not be fetched: {reasons}. Try again later: it goes on from here.</source>
        <translation>Es ließ sich nicht holen: {reasons}. Bitte später noch einmal versuchen: Es geht dann von hier aus weiter.</translation>
    </message>
    <message>
        <source>There is not enough room for the file: it needs {missing:.1f} GB more, and the disk has {free:.1f} GB. Free some space, or name another folder in REWEAVE_MODELS.</source>
        <translation>Für die Datei ist nicht genug Platz: Sie braucht noch {missing:.1f} GB, und frei sind {free:.1f} GB. Bitte Platz schaffen oder in REWEAVE_MODELS einen anderen Ordner nennen.</translation>
    </message>
    <message>
        <source>{name} is damaged or incomplete: get it again.</source>
        <translation>{name} ist beschädigt oder unvollständig: bitte neu besorgen.</translation>
    </message>
    <message>
        <source>{name} holds more than weights (it asks for {asked}), which could run code, so it was not opened: ask for it as safetensors.</source>
        <translation>{name} enthält mehr als Gewichte (es verlangt {asked}), könnte also Programme ausführen und wurde nicht geöffnet: bitte als safetensors besorgen.</translation>
    </message>
    <message>
        <source>{name} holds more than weights, which could run code, so it was not opened: ask for it as safetensors.</source>
        <translation>{name} enthält mehr als Gewichte, könnte also Programme ausführen und wurde nicht geöffnet: bitte als safetensors besorgen.</translation>
    </message>
    <message>
        <source>{name} is not a model file: choose a .safetensors file or a torch checkpoint (.pt, .ckpt).</source>
        <translation>{name} ist keine Modelldatei: bitte eine .safetensors-Datei oder einen torch-Checkpoint (.pt, .ckpt) wählen.</translation>
    </message>
    <message>
        <source>{name} is in torch&apos;s old pickle format, which cannot be opened safely: load and save it with a current torch, or ask for it as safetensors.</source>
        <translation>{name} hat das alte Pickle-Format von torch, das sich nicht sicher öffnen lässt: bitte mit einem aktuellen torch laden und speichern oder als safetensors besorgen.</translation>
    </message>
    <message>
        <source>{name} is an archive, not a checkpoint: unpack it and choose the checkpoint in it.</source>
        <translation>{name} ist ein Archiv, kein Checkpoint: bitte entpacken und den Checkpoint darin wählen.</translation>
    </message>
    <message>
        <source>{name} would unpack to more than it is, so it was not opened.</source>
        <translation>{name} würde entpackt größer, als es ist, und wurde daher nicht geöffnet.</translation>
    </message>
    <message>
        <source>{name} holds {key} in a form that is no plain tensor: get it again.</source>
        <translation>{name} enthält {key} in einer Form, die kein einfacher Tensor ist: bitte neu besorgen.</translation>
    </message>
    <message>
        <source>{name} holds no network weights: choose a checkpoint of a model.</source>
        <translation>{name} enthält keine Gewichte eines Netzes: bitte den Checkpoint eines Modells wählen.</translation>
    </message>
    <message>
        <source>{name} holds a path that leads out of it, so it was not opened.</source>
        <translation>{name} enthält einen Pfad, der hinausführt, und wurde daher nicht geöffnet.</translation>
    </message>
    <message>
        <source>{name} is an ADM U-Net of a shape that is not listed: {compared}if it is meant to be so, say what its weights do not show: {options}.</source>
        <translation>{name} ist ein ADM-U-Net in einer Form, die nicht in der Liste steht: {compared}wenn das so sein soll, bitte angeben, was den Gewichten nicht anzusehen ist: {options}.</translation>
    </message>
    <message>
        <source>{name} is not {id}: {why}.</source>
        <translation>{name} ist nicht {id}: {why}.</translation>
    </message>
    <message>
        <source>{name} fits no model that is known here. Nearest is {id}, but it has {difference}.</source>
        <translation>{name} passt zu keinem Modell, das hier bekannt ist. Am nächsten kommt {id}, doch es hat {difference}.</translation>
    </message>
    <message>
        <source>A model cannot be called {name!r}: use up to 64 small letters, digits, dots and hyphens.</source>
        <translation>Ein Modell kann nicht {name!r} heißen: bitte bis zu 64 kleine Buchstaben, Ziffern, Punkte und Bindestriche nehmen.</translation>
    </message>
    <message>
        <source>No model called {name!r} was added: see main.py models list.</source>
        <translation>Ein Modell namens {name!r} wurde nicht hinzugefügt: siehe „main.py models list“.</translation>
    </message>
    <message>
        <source>{folder}, where models are kept, cannot be written ({reason}): make room, or name another folder in {variable}.</source>
        <translation>In {folder}, wo die Modelle liegen, lässt sich nicht schreiben ({reason}): bitte Platz schaffen oder in {variable} einen anderen Ordner nennen.</translation>
    </message>
    <message>
        <source>{model!r} is neither a file nor a listed model: the listed ones are {names}.</source>
        <translation>{model!r} ist weder eine Datei noch ein Modell aus der Liste: Dort stehen {names}.</translation>
    </message>
    <message>
        <source>{path} has changed since it was added: main.py models remove {id}, and add it again.</source>
        <translation>{path} hat sich geändert, seit es hinzugefügt wurde: bitte {id} entfernen (main.py models remove) und neu hinzufügen.</translation>
    </message>
    <message>
        <source>{path} is not the published {id} (its SHA-256 is {found}, not {published}): get it again from {page}.</source>
        <translation>{path} ist nicht das veröffentlichte {id} (SHA-256 {found} statt {published}): bitte neu von {page} holen.</translation>
    </message>
    <message>
        <source>{id} may not be used freely ({licence}): accept that with main.py models add {path} --accept-licence.</source>
        <translation>{id} darf nicht frei benutzt werden ({licence}): Das lässt sich annehmen mit „main.py models add {path} --accept-licence“.</translation>
    </message>
    <message>
        <source>{id} is listed without a file: see {page}.</source>
        <translation>{id} steht ohne Datei in der Liste: siehe {page}.</translation>
    </message>
    <message>
        <source>{id} is not here: get it from {page} (licence: {licence}) with {how}, or with Edit &gt; Models in the window.</source>
        <translation>{id} ist nicht da: bitte von {page} holen (Lizenz: {licence}), mit „{how}“ oder im Fenster mit „Bearbeiten &gt; Modelle“.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}): check its permissions.</source>
        <translation>{path} ist nicht lesbar ({reason}): bitte die Rechte prüfen.</translation>
    </message>
    <message>
        <source>{name} resembles {title} but does not fit it ({why}): it is another version or variant, so choose another file.</source>
        <translation>{name} ähnelt {title}, passt aber nicht dazu ({why}): Es ist eine andere Version oder Abart; bitte eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>{name} holds numbers that are none, in {names}: get it again.</source>
        <translation>{name} enthält Zahlen, die keine sind, in {names}: bitte neu besorgen.</translation>
    </message>
    <message>
        <source>{name} holds weights of {title}, but {wanted} is needed: choose another model.</source>
        <translation>{name} enthält Gewichte von {title}, gebraucht wird aber {wanted}: bitte ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>There is no device called {name!r}: choose one of {names}.</source>
        <translation>Ein Gerät namens {name!r} gibt es nicht: bitte eines von diesen wählen: {names}.</translation>
    </message>
    <message>
        <source>This computer has no usable {name} device: use --device auto (here: {names}).</source>
        <translation>Dieser Computer hat kein brauchbares {name}-Gerät: bitte „Bestes vorhandenes“ wählen (--device auto; hier gibt es: {names}).</translation>
    </message>
    <message>
        <source>This computer has no device {name}: they are numbered from {kind}:0 to {kind}:{count}.</source>
        <translation>Dieser Computer hat kein Gerät {name}: Sie heißen {kind}:0 bis {kind}:{count}.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong ({kind}). Nothing was changed; please report it with the details.</source>
        <translation>Etwas Unerwartetes ging schief ({kind}). Nichts wurde verändert; bitte mit den Einzelheiten melden.</translation>
    </message>
    <message>
        <source>There is not enough memory for this: close other programs, work on a smaller picture or area, or choose the CPU as device.</source>
        <translation>Dafür reicht der Speicher nicht: bitte andere Programme schließen, ein kleineres Bild oder Gebiet nehmen oder den Hauptprozessor (CPU) als Gerät wählen.</translation>
    </message>
    <message>
        <source>The disk is full: free some space and try again.</source>
        <translation>Der Datenträger ist voll: bitte Platz schaffen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The sensitivity must be between 0 and 1, not {sensitivity}.</source>
        <translation>Die Empfindlichkeit muss zwischen 0 und 1 liegen, nicht bei {sensitivity}.</translation>
    </message>
    <message>
        <source>An image must be 8 or 16 bit RGB of shape (H, W, 3), not {dtype} of shape {shape}.</source>
        <translation>Ein Bild muss RGB mit 8 oder 16 Bit und der Form (H, W, 3) sein, nicht {dtype} mit der Form {shape}.</translation>
    </message>
    <message>
        <source>The mask is {size} pixels but the photo is {expected}: use a mask of the photo&apos;s own size.</source>
        <translation>Die Maske hat {size} Pixel, das Foto aber {expected}: bitte eine Maske in der Größe des Fotos nehmen.</translation>
    </message>
    <message>
        <source>{name} must be between {low} and {high}, not {value}.</source>
        <translation>{name} muss zwischen {low} und {high} liegen, nicht bei {value}.</translation>
    </message>
    <message>
        <source>{name} must be one of {choice}, not {value}.</source>
        <translation>{name} muss eines von diesen sein: {choice}, nicht {value}.</translation>
    </message>
    <message>
        <source>The spacing {respacing!r} holds no timestep up to the start, {start}: start higher, or space more densely.</source>
        <translation>Die Aufteilung {respacing!r} enthält keinen Zeitschritt bis zum Beginn, {start}: bitte höher beginnen oder dichter aufteilen.</translation>
    </message>
    <message>
        <source>The mask is empty, so there is nothing to repair: paint over the damage first.</source>
        <translation>Die Maske ist leer, es gibt also nichts zu reparieren: bitte erst den Schaden übermalen.</translation>
    </message>
    <message>
        <source>The mask covers the whole photo, so nothing is left to repair from: leave some of it unpainted.</source>
        <translation>Die Maske bedeckt das ganze Foto, es bleibt also nichts, wonach repariert werden könnte: bitte etwas frei lassen.</translation>
    </message>
    <message>
        <source>Twice {width} x {height} would be {megapixels:.0f} megapixels, more than the {most} that can be made: at most {fitting_width} x {fitting_height} fit, so cut the photo into parts first.</source>
        <translation>Das Doppelte von {width} x {height} wären {megapixels:.0f} Megapixel, mehr als die {most}, die möglich sind: Höchstens {fitting_width} x {fitting_height} passen; bitte das Foto erst in Teile schneiden.</translation>
    </message>
    <message>
        <source>{name} is no damage detector: choose another model.</source>
        <translation>{name} findet keinen Schaden: bitte ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>The model gives undefined numbers, so its file is spoilt: get it again, or choose another model.</source>
        <translation>Das Modell liefert unbestimmte Zahlen, seine Datei ist also verdorben: bitte neu besorgen oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Enlarging {width} x {height} pixels needs about {needed:.1f} GB of memory, but {free:.1f} GB are free: at most {fitting_width} x {fitting_height} would fit. Close other programs, or cut the photo into parts first.</source>
        <translation>{width} x {height} Pixel zu vergrößern braucht etwa {needed:.1f} GB Speicher, frei sind aber {free:.1f} GB: Höchstens {fitting_width} x {fitting_height} würden passen. Bitte andere Programme schließen oder das Foto erst in Teile schneiden.</translation>
    </message>
    <message>
        <source>{name} needs at least 1 step: only our own prior can do with none.</source>
        <translation>{name} braucht mindestens 1 Schritt: Nur unser eigener Prior kommt ohne aus.</translation>
    </message>
    <message>
        <source>{name} is no LaMa: choose another model.</source>
        <translation>{name} ist kein LaMa: bitte ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>{name} paints pictures of named classes only: choose an unconditional model.</source>
        <translation>{name} malt nur Bilder benannter Klassen: bitte ein unbedingtes Modell wählen.</translation>
    </message>
    <message>
        <source>The model gives no picture but undefined numbers, so its file is spoilt: get it again, or choose another model.</source>
        <translation>Das Modell liefert kein Bild, sondern unbestimmte Zahlen, seine Datei ist also verdorben: bitte neu besorgen oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>{path} exists already: choose another name, or allow it with --overwrite.</source>
        <translation>{path} gibt es schon: bitte einen anderen Namen wählen oder das Ersetzen erlauben (--overwrite).</translation>
    </message>
    <message>
        <source>{path} was not saved: {reason}.</source>
        <translation>{path} wurde nicht gespeichert: {reason}.</translation>
    </message>
    <message>
        <source>{path} is a folder: give a file name in it.</source>
        <translation>{path} ist ein Ordner: bitte einen Dateinamen darin angeben.</translation>
    </message>
    <message>
        <source>{path} is not an ordinary file: choose another name.</source>
        <translation>{path} ist keine gewöhnliche Datei: bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>{path} is write-protected: unlock it or choose another name.</source>
        <translation>{path} ist schreibgeschützt: bitte den Schutz aufheben oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>the disk is full: free some space or choose another place</source>
        <translation>Der Datenträger ist voll; bitte Platz schaffen oder einen anderen Ort wählen</translation>
    </message>
    <message>
        <source>your share of the disk is used up: free some space or choose another place</source>
        <translation>Ihr Anteil am Datenträger ist aufgebraucht; bitte Platz schaffen oder einen anderen Ort wählen</translation>
    </message>
    <message>
        <source>the file is larger than this disk allows: choose another place</source>
        <translation>Die Datei ist größer, als dieser Datenträger erlaubt; bitte einen anderen Ort wählen</translation>
    </message>
    <message>
        <source>the folder may not be written to: choose another place</source>
        <translation>Der Ordner ist schreibgeschützt; bitte einen anderen Ort wählen</translation>
    </message>
    <message>
        <source>the disk is read-only: choose another place</source>
        <translation>Der Datenträger ist schreibgeschützt; bitte einen anderen Ort wählen</translation>
    </message>
    <message>
        <source>the folder does not exist: create it or choose another place</source>
        <translation>Den Ordner gibt es nicht; bitte anlegen oder einen anderen Ort wählen</translation>
    </message>
    <message>
        <source>part of its path is a file, not a folder: choose another place</source>
        <translation>Ein Teil des Pfads ist eine Datei, kein Ordner; bitte einen anderen Ort wählen</translation>
    </message>
    <message>
        <source>the name is too long: use a shorter one</source>
        <translation>Der Name ist zu lang; bitte einen kürzeren nehmen</translation>
    </message>
    <message>
        <source>{problem}; choose another place</source>
        <translation>{problem}; bitte einen anderen Ort wählen</translation>
    </message>
    <message>
        <source>A {format} holds at most {limit} pixels a side, not {side}: save it as PNG or TIFF.</source>
        <translation>{format} fasst höchstens {limit} Pixel je Seite, nicht {side}: bitte als PNG oder TIFF speichern.</translation>
    </message>
    <message>
        <source>The mask {path} is {width} x {height} pixels but the photo is {photo_width} x {photo_height}: use a mask of the photo&apos;s own size.</source>
        <translation>Die Maske {path} hat {width} x {height} Pixel, das Foto aber {photo_width} x {photo_height}: bitte eine Maske in der Größe des Fotos nehmen.</translation>
    </message>
    <message>
        <source>{path} cannot be saved by that name: a mask is a PNG, end it with .png.</source>
        <translation>{path} lässt sich unter diesem Namen nicht speichern: Eine Maske ist ein PNG; bitte mit .png enden lassen.</translation>
    </message>
    <message>
        <source>The image is {new} but {path} is {old}: only an image of the same size and depth can be saved in its place.</source>
        <translation>Das Bild hat {new}, {path} aber {old}: Nur ein Bild gleicher Größe und Tiefe kann an seine Stelle treten.</translation>
    </message>
    <message>
        <source>{path} holds more than the picture that was opened, which would be lost: choose another name.</source>
        <translation>{path} enthält mehr als das geöffnete Bild, und das ginge verloren: bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>A JPEG cannot hold the transparency of {path}: save it as PNG, TIFF or WebP.</source>
        <translation>JPEG kennt keine Durchsichtigkeit wie in {path}: bitte als PNG, TIFF oder WebP speichern.</translation>
    </message>
    <message>
        <source>{path} cannot be saved by that name: end it with one of {endings}.</source>
        <translation>{path} lässt sich unter diesem Namen nicht speichern: bitte mit einem von diesen enden lassen: {endings}.</translation>
    </message>
    <message>
        <source>{name} is in truth a {format} file; it is opened and saved as such.</source>
        <translation>{name} ist in Wahrheit eine {format}-Datei; sie wird als solche geöffnet und gespeichert.</translation>
    </message>
    <message>
        <source>{width} x {height} pixels of {depth}</source>
        <translation>{width} x {height} Pixel mit {depth}</translation>
    </message>
    <message>
        <source>{format} has 8 bits per channel: the photo&apos;s 16 were rounded. PNG and TIFF keep them.</source>
        <translation>{format} hat 8 Bit je Kanal: Die 16 des Fotos wurden gerundet. PNG und TIFF behalten sie.</translation>
    </message>
    <message>
        <source>{name} is damaged, cut short or of a rare kind and cannot be opened whole: use another copy, or save it as PNG or TIFF elsewhere ({reason}).</source>
        <translation>{name} ist beschädigt, abgeschnitten oder von seltener Art und lässt sich nicht ganz öffnen: bitte eine andere Kopie nehmen oder anderswo als PNG oder TIFF speichern ({reason}).</translation>
    </message>
    <message>
        <source>{name} is a HEIC, AVIF or video file, which cannot be opened: convert it to JPEG, PNG or TIFF first.</source>
        <translation>{name} ist eine HEIC-, AVIF- oder Videodatei, die sich nicht öffnen lässt: bitte erst in JPEG, PNG oder TIFF umwandeln.</translation>
    </message>
    <message>
        <source>{name} is not a photo that can be opened: choose a JPEG, PNG, TIFF, WebP, BMP or GIF file.</source>
        <translation>{name} ist kein Foto, das sich öffnen lässt: bitte eine JPEG-, PNG-, TIFF-, WebP-, BMP- oder GIF-Datei wählen.</translation>
    </message>
    <message>
        <source>{name} is animated: only its first frame is opened and saved.</source>
        <translation>{name} ist bewegt: Nur das erste Bild wird geöffnet und gespeichert.</translation>
    </message>
    <message>
        <source>{name} is a JPEG without a picture in it: use another copy.</source>
        <translation>{name} ist ein JPEG ohne Bild darin: bitte eine andere Kopie nehmen.</translation>
    </message>
    <message>
        <source>{name} is a lossless or hierarchical JPEG, which cannot be opened: save it as PNG or TIFF first.</source>
        <translation>{name} ist ein verlustfreies oder hierarchisches JPEG, das sich nicht öffnen lässt: bitte erst als PNG oder TIFF speichern.</translation>
    </message>
    <message>
        <source>{name} is a {bits}-bit JPEG, which cannot be opened: save it as PNG or TIFF first.</source>
        <translation>{name} ist ein JPEG mit {bits} Bit, das sich nicht öffnen lässt: bitte erst als PNG oder TIFF speichern.</translation>
    </message>
    <message>
        <source>A JPEG holds at most {limit} pixels a side: save it as PNG or TIFF.</source>
        <translation>JPEG fasst höchstens {limit} Pixel je Seite: bitte als PNG oder TIFF speichern.</translation>
    </message>
    <message>
        <source>{name} holds more than one picture (such as a video, a preview or a gain map): only the first is opened and saved.</source>
        <translation>{name} enthält mehr als ein Bild (etwa ein Video, eine Vorschau oder eine Gain-Map): Nur das erste wird geöffnet und gespeichert.</translation>
    </message>
    <message>
        <source>The lower part of {name} is plain grey, as in a file that was cut short.</source>
        <translation>Der untere Teil von {name} ist einfarbig grau, wie in einer abgeschnittenen Datei.</translation>
    </message>
    <message>
        <source>The {kind} data are longer than a JPEG can hold and were left out.</source>
        <translation>Die {kind}-Daten sind länger, als JPEG erlaubt, und wurden weggelassen.</translation>
    </message>
    <message>
        <source>{name} has pixels of a kind ({mode}) that cannot be opened: save it as 8 or 16 bit RGB or grey first.</source>
        <translation>{name} hat Pixel einer Art ({mode}), die sich nicht öffnen lässt: bitte erst als RGB oder Grau mit 8 oder 16 Bit speichern.</translation>
    </message>
    <message>
        <source>{name} is CMYK without a usable profile; its colours in RGB are approximate.</source>
        <translation>{name} ist CMYK ohne brauchbares Profil; seine Farben in RGB sind ungefähr.</translation>
    </message>
    <message>
        <source>{name} has a palette; it is saved in full colour.</source>
        <translation>{name} hat eine Palette; gespeichert wird in vollen Farben.</translation>
    </message>
    <message>
        <source>{name} has 1 bit per pixel; it is saved with 8.</source>
        <translation>{name} hat 1 Bit je Pixel; gespeichert wird mit 8.</translation>
    </message>
    <message>
        <source>{name} is CMYK; it was converted to sRGB and is saved as RGB.</source>
        <translation>{name} ist CMYK; es wurde nach sRGB umgerechnet und wird als RGB gespeichert.</translation>
    </message>
    <message>
        <source>{name} is cut short: copy or download it again.</source>
        <translation>{name} ist abgeschnitten: bitte neu kopieren oder herunterladen.</translation>
    </message>
    <message>
        <source>{name} is a PNG without a picture in it: use another copy.</source>
        <translation>{name} ist ein PNG ohne Bild darin: bitte eine andere Kopie nehmen.</translation>
    </message>
    <message>
        <source>{name} is damaged (a part of its picture is missing): use another copy.</source>
        <translation>{name} ist beschädigt (ein Teil des Bildes fehlt): bitte eine andere Kopie nehmen.</translation>
    </message>
    <message>
        <source>{name} is damaged: its picture cannot be decoded, use another copy.</source>
        <translation>{name} ist beschädigt: Das Bild lässt sich nicht entschlüsseln; bitte eine andere Kopie nehmen.</translation>
    </message>
    <message>
        <source>{name} is animated: only its main picture is opened and saved.</source>
        <translation>{name} ist bewegt: Nur das Hauptbild wird geöffnet und gespeichert.</translation>
    </message>
    <message>
        <source>{name} holds damaged metadata, which were left out.</source>
        <translation>{name} enthält beschädigte Metadaten, die weggelassen wurden.</translation>
    </message>
    <message>
        <source>{name} has {depth} bits per pixel; it is saved with 8.</source>
        <translation>{name} hat {depth} Bit je Pixel; gespeichert wird mit 8.</translation>
    </message>
    <message>
        <source>{name} is damaged (some of its bytes are wrong): use another copy.</source>
        <translation>{name} ist beschädigt (einige Bytes sind falsch): bitte eine andere Kopie nehmen.</translation>
    </message>
    <message>
        <source>{name} has no pixels ({width} x {height}): it is damaged, use another copy.</source>
        <translation>{name} hat keine Pixel ({width} x {height}): Es ist beschädigt; bitte eine andere Kopie nehmen.</translation>
    </message>
    <message>
        <source>{name} is {width} x {height} pixels ({megapixels:.0f} megapixels), more than the {most} that can be opened: scale it down or cut it into parts first.</source>
        <translation>{name} hat {width} x {height} Pixel ({megapixels:.0f} Megapixel), mehr als die {most}, die sich öffnen lassen: bitte erst verkleinern oder in Teile schneiden.</translation>
    </message>
    <message>
        <source>{name} is a folder: choose a photo in it.</source>
        <translation>{name} ist ein Ordner: bitte ein Foto darin wählen.</translation>
    </message>
    <message>
        <source>{name} is not an ordinary file: choose a photo file.</source>
        <translation>{name} ist keine gewöhnliche Datei: bitte eine Fotodatei wählen.</translation>
    </message>
    <message>
        <source>{name} is empty (0 bytes): it has to be copied or downloaded again.</source>
        <translation>{name} ist leer (0 Bytes): bitte neu kopieren oder herunterladen.</translation>
    </message>
    <message>
        <source>{name} is larger than 4 GB, too large to open: scale it down first.</source>
        <translation>{name} ist größer als 4 GB und damit zu groß: bitte erst verkleinern.</translation>
    </message>
    <message>
        <source>{name} does not exist: check the name and the folder.</source>
        <translation>{name} gibt es nicht: bitte Namen und Ordner prüfen.</translation>
    </message>
    <message>
        <source>{name} may not be read: ask for permission or copy it elsewhere.</source>
        <translation>{name} darf nicht gelesen werden: bitte um Erlaubnis fragen oder anderswohin kopieren.</translation>
    </message>
    <message>
        <source>{name} cannot be read ({reason}): check the disk it is on.</source>
        <translation>{name} ist nicht lesbar ({reason}): bitte den Datenträger prüfen.</translation>
    </message>
    <message>
        <source>{name} is too long a name: use a shorter one.</source>
        <translation>{name} ist ein zu langer Name: bitte einen kürzeren nehmen.</translation>
    </message>
    <message>
        <source>{name} is a camera&apos;s raw file: develop it to TIFF, PNG or JPEG first.</source>
        <translation>{name} ist die Rohdatei einer Kamera: bitte erst zu TIFF, PNG oder JPEG entwickeln.</translation>
    </message>
    <message>
        <source>floating-point numbers of {count} bits</source>
        <translation>Gleitkommazahlen mit {count} Bit</translation>
    </message>
    <message>
        <source>{name} holds {kind}, which cannot be opened: save it as 8 or 16 bit RGB first.</source>
        <translation>{name} enthält {kind}, die sich nicht öffnen lassen: bitte erst als RGB mit 8 oder 16 Bit speichern.</translation>
    </message>
    <message>
        <source>{name} holds further pages: only the first is opened and saved.</source>
        <translation>{name} enthält weitere Seiten: Nur die erste wird geöffnet und gespeichert.</translation>
    </message>
    <message>
        <source>{name} holds further layers: only their sum is opened and saved.</source>
        <translation>{name} enthält weitere Ebenen: Nur ihr Gesamtbild wird geöffnet und gespeichert.</translation>
    </message>
    <message>
        <source>{name} holds further channels: only colours and transparency are opened and saved.</source>
        <translation>{name} enthält weitere Kanäle: Nur Farben und Durchsichtigkeit werden geöffnet und gespeichert.</translation>
    </message>
    <message>
        <source>numbers with signs</source>
        <translation>Zahlen mit Vorzeichen</translation>
    </message>
    <message>
        <source>numbers of {count} bits</source>
        <translation>Zahlen mit {count} Bit</translation>
    </message>
    <message>
        <source>Lab colours</source>
        <translation>Lab-Farben</translation>
    </message>
    <message>
        <source>16-bit CMYK colours</source>
        <translation>CMYK-Farben mit 16 Bit</translation>
    </message>
    <message>
        <source>16-bit numbers in an uncommon packing</source>
        <translation>16-Bit-Zahlen in ungewöhnlicher Anordnung</translation>
    </message>
    <message>
        <source>A WebP holds at most {limit} pixels a side: save it as PNG or TIFF.</source>
        <translation>WebP fasst höchstens {limit} Pixel je Seite: bitte als PNG oder TIFF speichern.</translation>
    </message>
    <message>
        <source>No whole stride takes {count} of {length} steps: choose another number.</source>
        <translation>Keine ganze Schrittweite ergibt {count} von {length} Schritten: bitte eine andere Zahl wählen.</translation>
    </message>
    <message>
        <source>The spacing {spacing!r} is not one: write &quot;250&quot;, &quot;100,50,25&quot; or &quot;ddim50&quot;.</source>
        <translation>Die Aufteilung {spacing!r} ist keine: bitte „250“, „100,50,25“ oder „ddim50“ schreiben.</translation>
    </message>
    <message>
        <source>The spacing {spacing!r} asks for {count} of {length} steps: ask for at most {length}.</source>
        <translation>Die Aufteilung {spacing!r} verlangt {count} von {length} Schritten: bitte höchstens {length}.</translation>
    </message>
    <message>
        <source>There is not enough memory on {device} for this photo, even in small pieces: close other programs, or choose the CPU as device.</source>
        <translation>Auf {device} reicht der Speicher für dieses Foto nicht, auch nicht in kleinen Stücken: bitte andere Programme schließen oder den Hauptprozessor (CPU) als Gerät wählen.</translation>
    </message>
    <message>
        <source>There is not enough memory for this photo, even in small pieces: close other programs.</source>
        <translation>Für dieses Foto reicht der Speicher nicht, auch nicht in kleinen Stücken: bitte andere Programme schließen.</translation>
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
        <source>Copied for other programs. Only saving keeps the metadata.</source>
        <translation>Kopiert, zum Einfügen in ein anderes Programm. Metadaten bleiben nur beim Speichern erhalten.</translation>
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
    <message>
        <source>Copying {name}…</source>
        <translation>{name} wird kopiert…</translation>
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
