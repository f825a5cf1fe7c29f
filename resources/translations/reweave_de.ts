<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>Autosave</name>
    <message>
        <source>The disk is full, so your work is not kept safe against a crash: free some space, or save now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your work is not kept safe against a crash ({reason}): save it now and then.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>File and view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import mask…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export mask…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove instead of adding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softer brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harder brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grow mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrink mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grow and shrink by…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit in window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair with the last settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair this next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find damage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find and repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge 2x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Reweave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw around the damage. Alt or the right button removes instead of adding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the corners; a double click, Enter or the first corner closes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag from corner to corner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: what looks like that pixel is marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a marked piece to unmark all of it. Ctrl+click does so with any tool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets every tool unmark what it would mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right button or Alt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a marked piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close a polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double click, Enter, or its first corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back its last corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold Space, or middle button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the photo as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the line between before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag it, Left or Right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>Opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s · seed {seed} · {models}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken in place of the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{route} · {seconds} s · {models}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge 2x</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnlargeFlow</name>
    <message>
        <source>The photo is being enlarged: wait for it or cancel it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarged to {width} x {height} pixels in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The enlargement was cancelled: the photo is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileFlow</name>
    <message>
        <source>Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>One photo at a time: {name} is opened, %n are not.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos at once are not for one window. This repairs all that are in the folder, each into a new file: {command}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no photo in the clipboard: copy an image or a file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pasted photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask is empty, so there is nothing to export: paint over the damage first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask exported as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the mask painted on {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileHost</name>
    <message>
        <source>Opening {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving {name}…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Film</name>
    <message>
        <source>Step {step} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message>
        <source>Steps of the repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click or drag to see a step; arrow keys move on; Esc goes back to the result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Progress of the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left: only what is certainly damage. Right: everything that may be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair all that is marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the marks, to paint and erase by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for damage…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Damage found: %n place(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Damage found: no place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindFlow</name>
    <message>
        <source>Find damage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damage is being looked for: wait for it or cancel it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search was cancelled: photo and mask are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No damage was found, so nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No damage was found: move the slider to the right, or paint over it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invisible mending for photographs: repairs damage by conditional diffusion, on this computer, and leaves every other pixel as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Reweave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eroded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat with these settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>System colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find damage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge 2x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MaskFlow</name>
    <message>
        <source>The mask is empty: mark something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Growing the mask…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grow by {pixels} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrinking the mask…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrink by {pixels} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for similar colours…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the piece…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no marked piece here: click on one to remove it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MethodPanel</name>
    <message>
        <source>Remove damage: best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills what you painted so that it fits its surroundings. Everything else stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove damage: fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills what you painted in one pass: several times as quick, smoother in wide places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the estimate (DDNM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the noisy image (RePaint)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact: shrinks back to the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ILVR (experiment)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masked (experiment)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interleaved (experiment)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many repairs to make, each with another seed, to choose one from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variants to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>even steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network evaluations at full size: more are slower and finer; with 0, quick and smooth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timesteps to visit in place of even steps: &quot;250&quot;, &quot;100,50,25&quot; or &quot;ddim50&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How one step is taken from noise towards the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise put on the first fill, 1 to 999: more invents, less keeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold to fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ILVR: holds colours and shapes coarser than N pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ILVR: the noise level from which on nothing is held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the known pixels are put back at every step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RePaint: how many steps a jump goes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RePaint: how often each jump is made; 1 is never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DDIM: share of fresh noise in each step, 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same number gives the same picture; empty draws one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network: the method&apos;s own, or a checkpoint file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How Enlarge 2x works; the experiments are for comparison.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotoWatch</name>
    <message>
        <source>{name} was deleted or moved. The photo is still whole here: save it to have it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was changed by another program. Here it is as you opened it: save it under another name to keep both, or open it again to see the change.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Repair this next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you paint meanwhile is repaired after this  (Q)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait after the step that is under way  (Ctrl+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the step you look at the result; Undo goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget these steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stage}, step {step} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Reweave ended without being closed while {name} was open. Your work is kept as it was then: {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on where you were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bringing {name} back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is as you left it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no longer there; save the photo to have it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was changed since: what you see began from the photo as you opened it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was kept of your last session is damaged and cannot be brought back; it is in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RepairFlow</name>
    <message>
        <source>A repair is running: wait for it or cancel it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is marked yet: paint over the damage first, then repair it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is being repaired that this could follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that is marked is being repaired, or waits to be: paint the next first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no repair yet whose settings could be used again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings are those of that repair now: paint over damage and repair it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Repaired in {seconds} s, %n step(s), seed {seed}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The repair was cancelled, and %n that waited: photo and mask are as they were.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The repair was cancelled: photo and mask are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings in {path} cannot be read ({reason}): the defaults are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings were damaged, so the defaults are used; the old file is {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be saved in {path} ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Best there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main processor (CPU)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVIDIA graphics card (CUDA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apple graphics (MPS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where repairs are computed, from the next one on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older states of a photo beyond this are put on disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is chosen when the editor starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark windows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Spill</name>
    <message>
        <source>Old states of the history cannot be put on disk and stay in memory: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>enlarging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looking for damage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repairing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repairing blindly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sketching at {scale} size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>about a second left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToolActions</name>
    <message>
        <source>Grow mask by {pixels} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrink mask by {pixels} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grow and shrink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels to grow and shrink the mask by:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolOptions</name>
    <message>
        <source>Hardness  ({ and })
Masks are exact: no pixel is half marked. Below 100 % the brush covers ever less towards its edge,
and what it covers by half or more is marked: the solid circle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much red, green and blue may each differ from the pixel you click, of 255</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what is connected to the pixel you click; else wherever in the photo it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw around the damage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click corners; double click closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag from corner to corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a marked piece to remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush size  ([ and ], or Shift and the wheel)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tool}, removed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariantsFlow</name>
    <message>
        <source>Variants are being made: wait for them or cancel them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are variants to choose from: take one of them, or discard them, first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The variants were discarded: photo and mask are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The repair was cancelled: photo and mask are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariantsPanel</name>
    <message>
        <source>Amber: where the variants differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much was invented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows where the variants differ: the brighter, the more freely it was invented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the variant that is shown into the photo  (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave photo and mask as they were  (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{finished} of {count} variants are finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of {count} variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One variant was finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variant {number}: seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variant {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariantsTask</name>
    <message>
        <source>variant {number} of {count}: {stage}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop a damaged photo here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint over the damage, press Repair, and save: nothing else in the photo changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a photo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
