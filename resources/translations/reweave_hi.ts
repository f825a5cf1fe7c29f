<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en_US">
<context>
    <name>Autosave</name>
    <message>
        <source>The disk is full, so your work is not kept safe against a crash: free some space, or save now.</source>
        <translation>डिस्क भर गई है, इसलिए क्रैश होने पर आपका काम सुरक्षित नहीं रहेगा: कुछ जगह खाली करें या अभी सहेजें।</translation>
    </message>
    <message>
        <source>Your work is not kept safe against a crash ({reason}): save it now and then.</source>
        <translation>क्रैश होने पर आपका काम सुरक्षित नहीं रहेगा ({reason}): बीच-बीच में सहेजते रहें।</translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>File and view</source>
        <translation>फ़ाइल और दृश्य</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>ज़ूम</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>टूल</translation>
    </message>
</context>
<context>
    <name>BatchBar</name>
    <message>
        <source>Repair again in the batch</source>
        <translation>बैच में फिर से सुधारें</translation>
    </message>
    <message>
        <source>With the mask as it is now, into the batch&apos;s output folder</source>
        <translation>मास्क जैसा अभी है उससे, बैच के आउटपुट फ़ोल्डर में</translation>
    </message>
    <message>
        <source>Show the batch</source>
        <translation>बैच दिखाएँ</translation>
    </message>
    <message>
        <source>{name}: correct its mask, then have it repaired again.</source>
        <translation>{name}: इसका मास्क ठीक करें, फिर इसे दोबारा सुधरवाएँ।</translation>
    </message>
</context>
<context>
    <name>BatchEditing</name>
    <message>
        <source>The batch repairs the photo as its folder has it: undo first what was done to it here.</source>
        <translation>बैच फ़ोटो को वैसे सुधारता है जैसी वह फ़ोल्डर में है: पहले यहाँ जो किया गया उसे पूर्ववत करें।</translation>
    </message>
    <message>
        <source>The mask is kept; the photo is repaired again when the batch is done.</source>
        <translation>मास्क सुरक्षित है; बैच पूरा होने पर फ़ोटो फिर से सुधारी जाएगी।</translation>
    </message>
    <message>
        <source>{name} was repaired again; the batch has the new one.</source>
        <translation>{name} फिर से सुधारी गई; बैच में नई फ़ोटो है।</translation>
    </message>
</context>
<context>
    <name>BatchFlow</name>
    <message>
        <source>A batch is under way: wait for it or cancel it first.</source>
        <translation>एक बैच चल रहा है: पहले उसके पूरा होने की प्रतीक्षा करें या उसे रद्द करें।</translation>
    </message>
    <message>
        <source>A batch is running: {progress}. Stop it? What is finished stays; later it goes on from there.</source>
        <translation>एक बैच चल रहा है: {progress}। उसे रोकें? जो पूरा हो चुका वह रहेगा; बाद में वहीं से जारी होगा।</translation>
    </message>
    <message>
        <source>The plan was not finished; nothing was changed.</source>
        <translation>योजना पूरी नहीं हुई; कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>The open photo is being worked on: wait for that or cancel it first.</source>
        <translation>खुली फ़ोटो पर काम चल रहा है: पहले उसके पूरा होने की प्रतीक्षा करें या उसे रद्द करें।</translation>
    </message>
    <message>
        <source>A batch is running: {progress}</source>
        <translation>एक बैच चल रहा है: {progress}</translation>
    </message>
    <message>
        <source>{done} of {count} photos</source>
        <translation>{count} में से {done} फ़ोटो</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>पूर्ण।</translation>
    </message>
    <message>
        <source>Stopped: what is finished stays, and the same folders go on from there.</source>
        <translation>रोका गया: जो पूरा हो चुका वह रहेगा, और वही फ़ोल्डर वहीं से जारी होंगे।</translation>
    </message>
</context>
<context>
    <name>BatchForm</name>
    <message>
        <source>The folder of photos</source>
        <translation>फ़ोटो का फ़ोल्डर</translation>
    </message>
    <message>
        <source>The folder for the repaired photos</source>
        <translation>सुधारी गई फ़ोटो का फ़ोल्डर</translation>
    </message>
    <message>
        <source>The folder of masks</source>
        <translation>मास्क का फ़ोल्डर</translation>
    </message>
    <message>
        <source>Only the {count} dropped ones</source>
        <translation>केवल छोड़ी गई {count}</translation>
    </message>
    <message>
        <source>Find the damage</source>
        <translation>नुकसान खोजें</translation>
    </message>
    <message>
        <source>Masks in a folder</source>
        <translation>एक फ़ोल्डर में मास्क</translation>
    </message>
    <message>
        <source>Left: only what is certainly damage. Right: everything that may be.</source>
        <translation>बाएँ: केवल वह जो निश्चित रूप से नुकसान है। दाएँ: वह सब जो हो सकता है।</translation>
    </message>
    <message>
        <source>Copy them as they are</source>
        <translation>जैसी हैं वैसी कॉपी करें</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>उन्हें छोड़ दें</translation>
    </message>
    <message>
        <source>Network evaluations at full size. All else is as the editor&apos;s panel has it.</source>
        <translation>पूरे आकार पर नेटवर्क की गणनाएँ। बाक़ी सब संपादक के पैनल जैसा है।</translation>
    </message>
    <message>
        <source>The folders in it too</source>
        <translation>इसके भीतर के फ़ोल्डर भी</translation>
    </message>
    <message>
        <source>Replace files that are there</source>
        <translation>मौजूद फ़ाइलें बदलें</translation>
    </message>
    <message>
        <source>Files in the output folder that no batch has written  (--overwrite)</source>
        <translation>आउटपुट फ़ोल्डर की वे फ़ाइलें जो किसी बैच ने नहीं लिखीं  (--overwrite)</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>नए सिरे से शुरू करें</translation>
    </message>
    <message>
        <source>Forget what earlier runs into the output folder have finished  (--restart)</source>
        <translation>इस आउटपुट फ़ोल्डर में पहले जो पूरा हुआ, उसे भूल जाएँ  (--restart)</translation>
    </message>
    <message>
        <source>Photos in</source>
        <translation>फ़ोटो यहाँ</translation>
    </message>
    <message>
        <source>Repaired photos into</source>
        <translation>सुधारी गई फ़ोटो यहाँ</translation>
    </message>
    <message>
        <source>What is damaged</source>
        <translation>नुकसान क्या है</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>संवेदनशीलता</translation>
    </message>
    <message>
        <source>Masks in</source>
        <translation>मास्क यहाँ</translation>
    </message>
    <message>
        <source>Photos without damage</source>
        <translation>बिना नुकसान की फ़ोटो</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>विधि</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>चरण</translation>
    </message>
    <message>
        <source>{folder} is missing: choose it.</source>
        <translation>{folder} नहीं दिया गया: उसे चुनें।</translation>
    </message>
</context>
<context>
    <name>BatchRows</name>
    <message>
        <source>waiting</source>
        <translation>प्रतीक्षा में</translation>
    </message>
    <message>
        <source>being repaired</source>
        <translation>सुधारी जा रही है</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>सुधारी गई</translation>
    </message>
    <message>
        <source>without damage, copied</source>
        <translation>बिना नुकसान, कॉपी की गई</translation>
    </message>
    <message>
        <source>without damage, left out</source>
        <translation>बिना नुकसान, छोड़ी गई</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>विफल</translation>
    </message>
    <message>
        <source>cannot be repaired</source>
        <translation>सुधारी नहीं जा सकती</translation>
    </message>
    <message>
        <source>finished before</source>
        <translation>पहले ही पूरी</translation>
    </message>
</context>
<context>
    <name>BatchWindow</name>
    <message>
        <source>Repair a folder - Reweave</source>
        <translation>फ़ोल्डर सुधारें - Reweave</translation>
    </message>
    <message>
        <source>Looking through the folders… files: {count}</source>
        <translation>फ़ोल्डर देखे जा रहे हैं… फ़ाइलें: {count}</translation>
    </message>
    <message>
        <source>Files that are no photos: {count}</source>
        <translation>फ़ाइलें जो फ़ोटो नहीं हैं: {count}</translation>
    </message>
    <message>
        <source>There is nothing to repair.</source>
        <translation>सुधारने को कुछ नहीं है।</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>रुका हुआ</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>रोका जा रहा है…</translation>
    </message>
    <message>
        <source>Waiting: {count}</source>
        <translation>प्रतीक्षा में: {count}</translation>
    </message>
    <message>
        <source>Repaired: {count}</source>
        <translation>सुधारी गई: {count}</translation>
    </message>
    <message>
        <source>Without damage: {count}</source>
        <translation>बिना नुकसान: {count}</translation>
    </message>
    <message>
        <source>Finished before: {count}</source>
        <translation>पहले ही पूरी: {count}</translation>
    </message>
    <message>
        <source>Problems: {count}</source>
        <translation>समस्याएँ: {count}</translation>
    </message>
    <message>
        <source>Failed: {count}</source>
        <translation>विफल: {count}</translation>
    </message>
    <message>
        <source>Choose a folder, then make the plan.</source>
        <translation>फ़ोल्डर चुनें, फिर योजना बनाएँ।</translation>
    </message>
    <message>
        <source>Show only what failed or cannot be repaired</source>
        <translation>केवल वे दिखाएँ जो विफल हुईं या सुधारी नहीं जा सकतीं</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>फ़ोटो</translation>
    </message>
    <message>
        <source>Open in the editor</source>
        <translation>संपादक में खोलें</translation>
    </message>
    <message>
        <source>Problems only</source>
        <translation>केवल समस्याएँ</translation>
    </message>
    <message>
        <source>With the mask it was repaired with, to correct it  (Enter)</source>
        <translation>जिस मास्क से सुधारी गई उसके साथ, ताकि उसे ठीक करें  (Enter)</translation>
    </message>
    <message>
        <source>Repair again</source>
        <translation>फिर से सुधारें</translation>
    </message>
    <message>
        <source>Try once more what failed</source>
        <translation>जो विफल हुआ उसे एक बार और आज़माएँ</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>प्रगति</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Make the plan</source>
        <translation>योजना बनाएँ</translation>
    </message>
    <message>
        <source>Look what is to be done; nothing is repaired yet</source>
        <translation>देखें कि क्या करना है; अभी कुछ नहीं सुधारा जाता</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>शुरू करें</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>जारी रखें</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Photo</source>
        <translation>फ़ोटो</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Open…</source>
        <translation>खोलें…</translation>
    </message>
    <message>
        <source>Paste photo</source>
        <translation>फ़ोटो चिपकाएँ</translation>
    </message>
    <message>
        <source>Open the sample photo</source>
        <translation>नमूना फ़ोटो खोलें</translation>
    </message>
    <message>
        <source>Repair a folder…</source>
        <translation>फ़ोल्डर सुधारें…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>इस रूप में सहेजें…</translation>
    </message>
    <message>
        <source>Copy photo</source>
        <translation>फ़ोटो कॉपी करें</translation>
    </message>
    <message>
        <source>Import mask…</source>
        <translation>मास्क आयात करें…</translation>
    </message>
    <message>
        <source>Export mask…</source>
        <translation>मास्क निर्यात करें…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>सेटिंग…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>पूर्ववत करें</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>फिर से करें</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>मॉडल…</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>ब्रश</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>इरेज़र</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>लैसो</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>बहुभुज</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>आयत</translation>
    </message>
    <message>
        <source>Similar colour</source>
        <translation>मिलता-जुलता रंग</translation>
    </message>
    <message>
        <source>Remove a piece</source>
        <translation>एक हिस्सा हटाएँ</translation>
    </message>
    <message>
        <source>Remove instead of adding</source>
        <translation>जोड़ने के बजाय हटाएँ</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>छोटा ब्रश</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>बड़ा ब्रश</translation>
    </message>
    <message>
        <source>Softer brush</source>
        <translation>नरम ब्रश</translation>
    </message>
    <message>
        <source>Harder brush</source>
        <translation>कठोर ब्रश</translation>
    </message>
    <message>
        <source>Grow mask</source>
        <translation>मास्क बढ़ाएँ</translation>
    </message>
    <message>
        <source>Shrink mask</source>
        <translation>मास्क घटाएँ</translation>
    </message>
    <message>
        <source>Grow and shrink by…</source>
        <translation>इतना बढ़ाएँ और घटाएँ…</translation>
    </message>
    <message>
        <source>Invert mask</source>
        <translation>मास्क उलटें</translation>
    </message>
    <message>
        <source>Clear mask</source>
        <translation>मास्क साफ़ करें</translation>
    </message>
    <message>
        <source>Fit in window</source>
        <translation>विंडो में फ़िट करें</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>वास्तविक आकार</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>ज़ूम इन करें</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>ज़ूम आउट करें</translation>
    </message>
    <message>
        <source>Show mask</source>
        <translation>मास्क दिखाएँ</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>पहले और बाद</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>नेविगेटर</translation>
    </message>
    <message>
        <source>Pixel grid</source>
        <translation>पिक्सेल ग्रिड</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>सुधारें</translation>
    </message>
    <message>
        <source>Repair with the last settings</source>
        <translation>पिछली सेटिंग से सुधारें</translation>
    </message>
    <message>
        <source>Repair this next</source>
        <translation>इसके बाद इसे सुधारें</translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation>रोकें या जारी रखें</translation>
    </message>
    <message>
        <source>Find damage</source>
        <translation>नुकसान खोजें</translation>
    </message>
    <message>
        <source>Find and repair</source>
        <translation>खोजें और सुधारें</translation>
    </message>
    <message>
        <source>Enlarge 2x</source>
        <translation>2x बड़ा करें</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>कुंजियाँ</translation>
    </message>
    <message>
        <source>About Reweave</source>
        <translation>Reweave के बारे में</translation>
    </message>
    <message>
        <source>Draw around the damage. Alt or the right button removes instead of adding.</source>
        <translation>नुकसान के चारों ओर रेखा खींचें। Alt या दायाँ बटन जोड़ने के बजाय हटाता है।</translation>
    </message>
    <message>
        <source>Click the corners; a double click, Enter or the first corner closes it.</source>
        <translation>कोनों पर क्लिक करें; डबल क्लिक, Enter या पहला कोना इसे बंद करता है।</translation>
    </message>
    <message>
        <source>Drag from corner to corner.</source>
        <translation>एक कोने से दूसरे कोने तक खींचें।</translation>
    </message>
    <message>
        <source>Click: what looks like that pixel is marked.</source>
        <translation>क्लिक करें: जो उस पिक्सेल जैसा दिखता है, वह चिह्नित हो जाता है।</translation>
    </message>
    <message>
        <source>Click a marked piece to unmark all of it. Ctrl+click does so with any tool.</source>
        <translation>किसी चिह्नित हिस्से पर क्लिक करें, तो उसका पूरा चिह्न हट जाता है। Ctrl+क्लिक किसी भी टूल से यही करता है।</translation>
    </message>
    <message>
        <source>Lets every tool unmark what it would mark.</source>
        <translation>हर टूल जो चिह्नित करता, उसका चिह्न हटाता है।</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>फ़ाइल (&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>संपादन (&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Mask</source>
        <translation>मास्क (&amp;M)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>दृश्य (&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>सुधार (&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>सहायता (&amp;H)</translation>
    </message>
    <message>
        <source>right button or Alt</source>
        <translation>दायाँ बटन या Alt</translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation>सीधी रेखा</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Shift+क्लिक</translation>
    </message>
    <message>
        <source>Remove a marked piece</source>
        <translation>चिह्नित हिस्सा हटाएँ</translation>
    </message>
    <message>
        <source>Ctrl+click</source>
        <translation>Ctrl+क्लिक</translation>
    </message>
    <message>
        <source>Close a polygon</source>
        <translation>बहुभुज बंद करें</translation>
    </message>
    <message>
        <source>double click, Enter, or its first corner</source>
        <translation>डबल क्लिक, Enter या उसका पहला कोना</translation>
    </message>
    <message>
        <source>Take back its last corner</source>
        <translation>उसका आख़िरी कोना वापस लें</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>छोड़ दें</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>पॉइंटर पर ज़ूम करें</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>माउस व्हील</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>ब्रश का आकार</translation>
    </message>
    <message>
        <source>Shift+wheel</source>
        <translation>Shift+माउस व्हील</translation>
    </message>
    <message>
        <source>Move the photo</source>
        <translation>फ़ोटो खिसकाएँ</translation>
    </message>
    <message>
        <source>hold Space, or middle button</source>
        <translation>Space दबाए रखें, या बीच का बटन</translation>
    </message>
    <message>
        <source>See the photo as it was</source>
        <translation>फ़ोटो को पहले जैसा देखें</translation>
    </message>
    <message>
        <source>hold Tab</source>
        <translation>Tab दबाए रखें</translation>
    </message>
    <message>
        <source>Move the line between before and after</source>
        <translation>पहले और बाद के बीच की रेखा खिसकाएँ</translation>
    </message>
    <message>
        <source>drag it, Left or Right</source>
        <translation>उसे खींचें, बायाँ या दायाँ तीर</translation>
    </message>
</context>
<context>
    <name>DeviceChoice</name>
    <message>
        <source>{device} is not to be found here, so from now on repairs are computed on the best there is.</source>
        <translation>{device} यहाँ नहीं मिला, इसलिए अब से सुधार की गणना उपलब्ध सबसे अच्छे साधन पर होगी।</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>Opened</source>
        <translation>खोला गया</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>उलटा गया</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>साफ़ किया गया</translation>
    </message>
    <message>
        <source>Import mask</source>
        <translation>मास्क आयात किया गया</translation>
    </message>
    <message>
        <source>{seconds} s · seed {seed} · {models}</source>
        <translation>{seconds} से · सीड {seed} · {models}</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>सुधार</translation>
    </message>
    <message>
        <source>taken in place of the result</source>
        <translation>परिणाम के स्थान पर लिया गया</translation>
    </message>
    <message>
        <source>{route} · {seconds} s · {models}</source>
        <translation>{route} · {seconds} से · {models}</translation>
    </message>
    <message>
        <source>Enlarge 2x</source>
        <translation>2x बड़ा किया गया</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>The corrected mask cannot be kept in {folder} ({reason}): make room there.</source>
        <translation>सुधारा हुआ मास्क {folder} में नहीं रखा जा सकता ({reason}): वहाँ जगह बनाएँ।</translation>
    </message>
    <message>
        <source>The process that worked on {photo} was ended by the system, twice: there may be too little memory for it, so close other programs or use fewer --workers.</source>
        <translation>{photo} पर काम करने वाली प्रक्रिया को सिस्टम ने दो बार रोक दिया: शायद मेमोरी कम है, इसलिए दूसरे प्रोग्राम बंद करें या कम --workers रखें।</translation>
    </message>
    <message>
        <source>Worker processes end as soon as they begin: there may be too little memory for so many, so start again with fewer --workers.</source>
        <translation>काम करने वाली प्रक्रियाएँ शुरू होते ही बंद हो जाती हैं: शायद इतनी प्रक्रियाओं के लिए मेमोरी कम है, इसलिए कम --workers के साथ फिर शुरू करें।</translation>
    </message>
    <message>
        <source>The batch&apos;s journal {path} cannot be written ({reason}): make room or choose another output folder, then start again.</source>
        <translation>बैच का अभिलेख {path} लिखा नहीं जा सकता ({reason}): जगह बनाएँ या दूसरा आउटपुट फ़ोल्डर चुनें, फिर दोबारा शुरू करें।</translation>
    </message>
    <message>
        <source>{folder} holds photos that were repaired with other weights of {names}: put the former ones back to go on, choose another output folder, or add --restart to begin anew.</source>
        <translation>{folder} में वे फ़ोटो हैं जो {names} के दूसरे भार से सुधारी गई थीं: आगे बढ़ने के लिए पुराने भार वापस रखें, दूसरा आउटपुट फ़ोल्डर चुनें, या नए सिरे से शुरू करने के लिए --restart जोड़ें।</translation>
    </message>
    <message>
        <source>{path} is not the journal of a batch of this version: choose another output folder, or add --restart to begin anew.</source>
        <translation>{path} इस संस्करण के बैच का अभिलेख नहीं है: दूसरा आउटपुट फ़ोल्डर चुनें, या नए सिरे से शुरू करने के लिए --restart जोड़ें।</translation>
    </message>
    <message>
        <source>{folder} holds a batch of other settings ({names}): use the same ones to go on with it, choose another output folder, or add --restart to begin anew.</source>
        <translation>{folder} में दूसरी सेटिंग वाला बैच है ({names}): उसे आगे बढ़ाने के लिए वही सेटिंग रखें, दूसरा आउटपुट फ़ोल्डर चुनें, या नए सिरे से शुरू करने के लिए --restart जोड़ें।</translation>
    </message>
    <message>
        <source>{path} is not a folder: remove it</source>
        <translation>{path} फ़ोल्डर नहीं है: उसे हटाएँ</translation>
    </message>
    <message>
        <source>{path} is a link that leads elsewhere: remove it</source>
        <translation>{path} ऐसा लिंक है जो कहीं और ले जाता है: उसे हटाएँ</translation>
    </message>
    <message>
        <source>{path} may not be written to: ask for permission</source>
        <translation>{path} में लिखने की अनुमति नहीं है: अनुमति माँगें</translation>
    </message>
    <message>
        <source>{name} has no mask: put one of the name {stem} into {place}.</source>
        <translation>{name} का कोई मास्क नहीं है: {stem} नाम का एक मास्क {place} में रखें।</translation>
    </message>
    <message>
        <source>{name} has {count} masks ({names}): keep one of them.</source>
        <translation>{name} के {count} मास्क हैं ({names}): उनमें से एक ही रखें।</translation>
    </message>
    <message>
        <source>The mask {mask} is {width} x {height} pixels but the photo is {photo_width} x {photo_height}: use a mask of the photo&apos;s own size.</source>
        <translation>मास्क {mask} {width} x {height} पिक्सेल का है पर फ़ोटो {photo_width} x {photo_height} की है: फ़ोटो के ही आकार का मास्क लें।</translation>
    </message>
    <message>
        <source>{output} cannot be saved: {trouble}.</source>
        <translation>{output} सहेजी नहीं जा सकती: {trouble}।</translation>
    </message>
    <message>
        <source>{output} exists already: move it, or allow it to be replaced (--overwrite).</source>
        <translation>{output} पहले से है: उसे हटाकर कहीं और रखें, या बदलने की अनुमति दें (--overwrite)।</translation>
    </message>
    <message>
        <source>{output} is not an ordinary file: remove it.</source>
        <translation>{output} सामान्य फ़ाइल नहीं है: उसे हटाएँ।</translation>
    </message>
    <message>
        <source>{output} is too long a name to be saved: shorten the photo&apos;s.</source>
        <translation>{output} सहेजने के लिए बहुत लंबा नाम है: फ़ोटो का नाम छोटा करें।</translation>
    </message>
    <message>
        <source>{path} is no longer there: bring it back.</source>
        <translation>{path} अब वहाँ नहीं है: उसे वापस लाएँ।</translation>
    </message>
    <message>
        <source>The mask of {name} cannot be used: {reason}</source>
        <translation>{name} का मास्क काम में नहीं लिया जा सकता: {reason}</translation>
    </message>
    <message>
        <source>{path} is a link to a folder and is not entered: name that folder itself to repair it.</source>
        <translation>{path} किसी फ़ोल्डर का लिंक है और उसके अंदर नहीं जाया जाता: उसे सुधारने के लिए वही फ़ोल्डर बताएँ।</translation>
    </message>
    <message>
        <source>{path} would be saved as {output}, and so would {rivals}: rename all but one.</source>
        <translation>{path} को {output} नाम से सहेजा जाएगा, और {rivals} को भी: एक को छोड़कर बाक़ी के नाम बदलें।</translation>
    </message>
    <message>
        <source>The folder {name} cannot be read ({reason}).</source>
        <translation>फ़ोल्डर {name} पढ़ा नहीं जा सकता ({reason})।</translation>
    </message>
    <message>
        <source>{target} is a file: name a folder for the output.</source>
        <translation>{target} एक फ़ाइल है: आउटपुट के लिए फ़ोल्डर बताएँ।</translation>
    </message>
    <message>
        <source>{source} holds photos and masks: put the masks into a folder of their own.</source>
        <translation>{source} में फ़ोटो और मास्क दोनों हैं: मास्क को उनके अपने फ़ोल्डर में रखें।</translation>
    </message>
    <message>
        <source>There must be at least one worker, not {workers}.</source>
        <translation>कम से कम एक प्रक्रिया चाहिए, {workers} नहीं।</translation>
    </message>
    <message>
        <source>The folder {path} does not exist: check its name.</source>
        <translation>फ़ोल्डर {path} है ही नहीं: उसका नाम जाँचें।</translation>
    </message>
    <message>
        <source>{path} is a file: name a folder.</source>
        <translation>{path} एक फ़ाइल है: फ़ोल्डर बताएँ।</translation>
    </message>
    <message>
        <source>There are no photos in {folder}: name another folder.</source>
        <translation>{folder} में कोई फ़ोटो नहीं है: दूसरा फ़ोल्डर बताएँ।</translation>
    </message>
    <message>
        <source>There are no photos in {folder}: name another or add --recursive for those in it.</source>
        <translation>{folder} में कोई फ़ोटो नहीं है: दूसरा बताएँ, या उसके अंदर के फ़ोल्डरों के लिए --recursive जोड़ें।</translation>
    </message>
    <message>
        <source>The folder {folder} is no longer there: bring it back, then start again.</source>
        <translation>फ़ोल्डर {folder} अब वहाँ नहीं है: उसे वापस लाएँ, फिर दोबारा शुरू करें।</translation>
    </message>
    <message>
        <source>{folder} is in the output folder {target}, which could overwrite its files: choose another.</source>
        <translation>{folder} आउटपुट फ़ोल्डर {target} के अंदर है, जिससे उसकी फ़ाइलें बदल सकती हैं: दूसरा चुनें।</translation>
    </message>
    <message>
        <source>{path} leads nowhere ({reason}): name another folder.</source>
        <translation>{path} कहीं नहीं ले जाता ({reason}): दूसरा फ़ोल्डर बताएँ।</translation>
    </message>
    <message>
        <source>Another batch is writing into {target}: wait for it, or choose another folder.</source>
        <translation>{target} में दूसरा बैच लिख रहा है: उसके पूरा होने तक रुकें, या दूसरा फ़ोल्डर चुनें।</translation>
    </message>
    <message>
        <source>Nothing can be written into {target} ({reason}): choose another output folder.</source>
        <translation>{target} में कुछ लिखा नहीं जा सकता ({reason}): दूसरा आउटपुट फ़ोल्डर चुनें।</translation>
    </message>
    <message>
        <source>{path} was not saved: its folder is a link that leads elsewhere, remove it.</source>
        <translation>{path} सहेजी नहीं गई: उसका फ़ोल्डर ऐसा लिंक है जो कहीं और ले जाता है, उसे हटाएँ।</translation>
    </message>
    <message>
        <source>{path} was not saved ({reason}): see to its folder, then start again.</source>
        <translation>{path} सहेजी नहीं गई ({reason}): उसका फ़ोल्डर देखें, फिर दोबारा शुरू करें।</translation>
    </message>
    <message>
        <source>{path} was not saved: something else has appeared there, move it.</source>
        <translation>{path} सहेजी नहीं गई: वहाँ कुछ और आ गया है, उसे हटाकर कहीं और रखें।</translation>
    </message>
    <message>
        <source>{name} holds a network that is not known here (with {first}): choose one of {known}.</source>
        <translation>{name} में ऐसा नेटवर्क है जो यहाँ ज्ञात नहीं है ({first} के साथ): इनमें से एक चुनें: {known}।</translation>
    </message>
    <message>
        <source>There is no noise_schedule {kind!r}: declare {names}.</source>
        <translation>noise_schedule {kind!r} नहीं होता: {names} बताएँ।</translation>
    </message>
    <message>
        <source>The weights in {name} do not show how to use them: declare {names} in models.toml.</source>
        <translation>{name} के भार से पता नहीं चलता कि उन्हें कैसे काम में लें: models.toml में {names} बताएँ।</translation>
    </message>
    <message>
        <source>{name} was written by another version of this program: get the matching file.</source>
        <translation>{name} इस प्रोग्राम के दूसरे संस्करण ने लिखी थी: मेल खाती फ़ाइल लें।</translation>
    </message>
    <message>
        <source>The licence of {id}: {licence}{where}. If you accept it, add --accept-licence.</source>
        <translation>{id} का लाइसेंस: {licence}{where}। अगर आप इसे मानते हैं, तो --accept-licence जोड़ें।</translation>
    </message>
    <message>
        <source>There is no model {name!r}: the listed ones are {names}.</source>
        <translation>{name!r} नाम का कोई मॉडल नहीं है: सूची में ये हैं: {names}।</translation>
    </message>
    <message>
        <source>No direct address of {name} is known: get it from {page}, then main.py models add it.</source>
        <translation>{name} का सीधा पता ज्ञात नहीं है: उसे {page} से लें, फिर main.py models add से जोड़ें।</translation>
    </message>
    <message>
        <source>{name} comes with the program and stays.</source>
        <translation>{name} प्रोग्राम के साथ आता है और रहेगा।</translation>
    </message>
    <message>
        <source>{id} comes with the program: nothing is to be done.</source>
        <translation>{id} प्रोग्राम के साथ आता है: कुछ करना नहीं है।</translation>
    </message>
    <message>
        <source>There is a model called {id} already: remove that one first, or give this one another name.</source>
        <translation>{id} नाम का मॉडल पहले से है: पहले उसे हटाएँ, या इसे दूसरा नाम दें।</translation>
    </message>
    <message>
        <source>{name} is being fetched already: wait until that is done.</source>
        <translation>{name} पहले से लाया जा रहा है: उसके पूरा होने तक रुकें।</translation>
    </message>
    <message>
        <source>{path} is a folder: choose a model file in it.</source>
        <translation>{path} एक फ़ोल्डर है: उसमें से मॉडल की फ़ाइल चुनें।</translation>
    </message>
    <message>
        <source>{path} is not there, or no ordinary file: choose a model file.</source>
        <translation>{path} वहाँ नहीं है, या सामान्य फ़ाइल नहीं है: मॉडल की फ़ाइल चुनें।</translation>
    </message>
    <message>
        <source>{path} cannot be read: check its path and permissions.</source>
        <translation>{path} पढ़ी नहीं जा सकती: उसका पथ और अनुमतियाँ जाँचें।</translation>
    </message>
    <message>
        <source>It could not be fetched: {reasons}. Try again later: it goes on from here.</source>
        <translation>उसे लाया नहीं जा सका: {reasons}। बाद में फिर कोशिश करें: वह यहीं से आगे बढ़ेगा।</translation>
    </message>
    <message>
        <source>There is not enough room for the file: it needs {missing:.1f} GB more, and the disk has {free:.1f} GB. Free some space, or name another folder in REWEAVE_MODELS.</source>
        <translation>फ़ाइल के लिए पर्याप्त जगह नहीं है: उसे {missing:.1f} GB और चाहिए, और डिस्क पर {free:.1f} GB हैं। जगह ख़ाली करें, या REWEAVE_MODELS में दूसरा फ़ोल्डर बताएँ।</translation>
    </message>
    <message>
        <source>{name} is damaged or incomplete: get it again.</source>
        <translation>{name} क्षतिग्रस्त या अधूरी है: उसे फिर से लें।</translation>
    </message>
    <message>
        <source>{name} holds more than weights (it asks for {asked}), which could run code, so it was not opened: ask for it as safetensors.</source>
        <translation>{name} में भार के अलावा भी कुछ है (वह {asked} माँगती है), जो कोड चला सकता है, इसलिए उसे नहीं खोला गया: उसे safetensors के रूप में लें।</translation>
    </message>
    <message>
        <source>{name} holds more than weights, which could run code, so it was not opened: ask for it as safetensors.</source>
        <translation>{name} में भार के अलावा भी कुछ है, जो कोड चला सकता है, इसलिए उसे नहीं खोला गया: उसे safetensors के रूप में लें।</translation>
    </message>
    <message>
        <source>{name} is not a model file: choose a .safetensors file or a torch checkpoint (.pt, .ckpt).</source>
        <translation>{name} मॉडल की फ़ाइल नहीं है: .safetensors फ़ाइल या torch चेकपॉइंट (.pt, .ckpt) चुनें।</translation>
    </message>
    <message>
        <source>{name} is in torch&apos;s old pickle format, which cannot be opened safely: load and save it with a current torch, or ask for it as safetensors.</source>
        <translation>{name} torch के पुराने pickle रूप में है, जिसे सुरक्षित ढंग से नहीं खोला जा सकता: उसे नए torch से खोलकर सहेजें, या safetensors के रूप में लें।</translation>
    </message>
    <message>
        <source>{name} is an archive, not a checkpoint: unpack it and choose the checkpoint in it.</source>
        <translation>{name} एक संग्रह है, चेकपॉइंट नहीं: उसे खोलें और उसके अंदर का चेकपॉइंट चुनें।</translation>
    </message>
    <message>
        <source>{name} would unpack to more than it is, so it was not opened.</source>
        <translation>{name} खुलने पर अपने आकार से बड़ी हो जाएगी, इसलिए उसे नहीं खोला गया।</translation>
    </message>
    <message>
        <source>{name} holds {key} in a form that is no plain tensor: get it again.</source>
        <translation>{name} में {key} ऐसे रूप में है जो साधारण टेंसर नहीं है: उसे फिर से लें।</translation>
    </message>
    <message>
        <source>{name} holds no network weights: choose a checkpoint of a model.</source>
        <translation>{name} में नेटवर्क के भार नहीं हैं: किसी मॉडल का चेकपॉइंट चुनें।</translation>
    </message>
    <message>
        <source>{name} holds a path that leads out of it, so it was not opened.</source>
        <translation>{name} में ऐसा पथ है जो उसके बाहर ले जाता है, इसलिए उसे नहीं खोला गया।</translation>
    </message>
    <message>
        <source>{name} is an ADM U-Net of a shape that is not listed: {compared}if it is meant to be so, say what its weights do not show: {options}.</source>
        <translation>{name} ऐसी आकृति का ADM U-Net है जो सूची में नहीं है: {compared}अगर वह ऐसा ही होना चाहिए, तो वह बताएँ जो उसके भार से पता नहीं चलता: {options}।</translation>
    </message>
    <message>
        <source>{name} is not {id}: {why}.</source>
        <translation>{name} {id} नहीं है: {why}।</translation>
    </message>
    <message>
        <source>{name} fits no model that is known here. Nearest is {id}, but it has {difference}.</source>
        <translation>{name} यहाँ ज्ञात किसी मॉडल से मेल नहीं खाती। सबसे निकट {id} है, पर उसमें {difference}।</translation>
    </message>
    <message>
        <source>A model cannot be called {name!r}: use up to 64 small letters, digits, dots and hyphens.</source>
        <translation>मॉडल का नाम {name!r} नहीं हो सकता: 64 तक छोटे अक्षर, अंक, बिंदु और हाइफ़न लें।</translation>
    </message>
    <message>
        <source>No model called {name!r} was added: see main.py models list.</source>
        <translation>{name!r} नाम का कोई मॉडल नहीं जोड़ा गया था: main.py models list देखें।</translation>
    </message>
    <message>
        <source>{folder}, where models are kept, cannot be written ({reason}): make room, or name another folder in {variable}.</source>
        <translation>{folder}, जहाँ मॉडल रखे जाते हैं, में लिखा नहीं जा सकता ({reason}): जगह बनाएँ, या {variable} में दूसरा फ़ोल्डर बताएँ।</translation>
    </message>
    <message>
        <source>{model!r} is neither a file nor a listed model: the listed ones are {names}.</source>
        <translation>{model!r} न फ़ाइल है न सूची का मॉडल: सूची में ये हैं: {names}।</translation>
    </message>
    <message>
        <source>{path} has changed since it was added: main.py models remove {id}, and add it again.</source>
        <translation>{path} जोड़े जाने के बाद बदल गई है: main.py models remove {id} चलाएँ, और उसे फिर से जोड़ें।</translation>
    </message>
    <message>
        <source>{path} is not the published {id} (its SHA-256 is {found}, not {published}): get it again from {page}.</source>
        <translation>{path} प्रकाशित {id} नहीं है (उसका SHA-256 {found} है, {published} नहीं): उसे {page} से फिर लें।</translation>
    </message>
    <message>
        <source>{id} may not be used freely ({licence}): accept that with main.py models add {path} --accept-licence.</source>
        <translation>{id} को खुले रूप से काम में नहीं लिया जा सकता ({licence}): उसे main.py models add {path} --accept-licence से मानें।</translation>
    </message>
    <message>
        <source>{id} is listed without a file: see {page}.</source>
        <translation>{id} सूची में बिना फ़ाइल के है: {page} देखें।</translation>
    </message>
    <message>
        <source>{id} is not here: get it from {page} (licence: {licence}) with {how}, or with Edit &gt; Models in the window.</source>
        <translation>{id} यहाँ नहीं है: उसे {page} से लें (लाइसेंस: {licence}), {how} से, या विंडो में संपादन &gt; मॉडल से।</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}): check its permissions.</source>
        <translation>{path} पढ़ी नहीं जा सकती ({reason}): उसकी अनुमतियाँ जाँचें।</translation>
    </message>
    <message>
        <source>{name} resembles {title} but does not fit it ({why}): it is another version or variant, so choose another file.</source>
        <translation>{name} {title} जैसी है पर उससे मेल नहीं खाती ({why}): वह दूसरा संस्करण या रूप है, इसलिए दूसरी फ़ाइल चुनें।</translation>
    </message>
    <message>
        <source>{name} holds numbers that are none, in {names}: get it again.</source>
        <translation>{name} में {names} में ऐसी संख्याएँ हैं जो संख्याएँ नहीं हैं: उसे फिर से लें।</translation>
    </message>
    <message>
        <source>{name} holds weights of {title}, but {wanted} is needed: choose another model.</source>
        <translation>{name} में {title} के भार हैं, पर {wanted} चाहिए: दूसरा मॉडल चुनें।</translation>
    </message>
    <message>
        <source>There is no device called {name!r}: choose one of {names}.</source>
        <translation>{name!r} नाम का कोई उपकरण नहीं है: इनमें से एक चुनें: {names}।</translation>
    </message>
    <message>
        <source>This computer has no usable {name} device: use --device auto (here: {names}).</source>
        <translation>इस कंप्यूटर में काम का {name} उपकरण नहीं है: --device auto रखें (यहाँ हैं: {names})।</translation>
    </message>
    <message>
        <source>This computer has no device {name}: they are numbered from {kind}:0 to {kind}:{count}.</source>
        <translation>इस कंप्यूटर में {name} उपकरण नहीं है: उनके नाम {kind}:0 से {kind}:{count} तक हैं।</translation>
    </message>
    <message>
        <source>Something unexpected went wrong ({kind}). Nothing was changed; please report it with the details.</source>
        <translation>कुछ अप्रत्याशित गड़बड़ हुई ({kind})। कुछ भी बदला नहीं गया; कृपया विवरण के साथ सूचना दें।</translation>
    </message>
    <message>
        <source>There is not enough memory for this: close other programs, work on a smaller picture or area, or choose the CPU as device.</source>
        <translation>इसके लिए मेमोरी पर्याप्त नहीं है: दूसरे प्रोग्राम बंद करें, छोटे चित्र या क्षेत्र पर काम करें, या उपकरण के रूप में CPU चुनें।</translation>
    </message>
    <message>
        <source>The disk is full: free some space and try again.</source>
        <translation>डिस्क भर गई है: कुछ जगह ख़ाली करें और फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The sensitivity must be between 0 and 1, not {sensitivity}.</source>
        <translation>संवेदनशीलता 0 और 1 के बीच होनी चाहिए, {sensitivity} नहीं।</translation>
    </message>
    <message>
        <source>An image must be 8 or 16 bit RGB of shape (H, W, 3), not {dtype} of shape {shape}.</source>
        <translation>चित्र 8 या 16 बिट RGB और (H, W, 3) आकार का होना चाहिए, {shape} आकार का {dtype} नहीं।</translation>
    </message>
    <message>
        <source>The mask is {size} pixels but the photo is {expected}: use a mask of the photo&apos;s own size.</source>
        <translation>मास्क {size} पिक्सेल का है पर फ़ोटो {expected} की है: फ़ोटो के ही आकार का मास्क लें।</translation>
    </message>
    <message>
        <source>{name} must be between {low} and {high}, not {value}.</source>
        <translation>{name} {low} और {high} के बीच होना चाहिए, {value} नहीं।</translation>
    </message>
    <message>
        <source>{name} must be one of {choice}, not {value}.</source>
        <translation>{name} इनमें से एक होना चाहिए: {choice}, {value} नहीं।</translation>
    </message>
    <message>
        <source>The spacing {respacing!r} holds no timestep up to the start, {start}: start higher, or space more densely.</source>
        <translation>विभाजन {respacing!r} में आरंभ {start} तक कोई चरण नहीं है: ऊपर से शुरू करें, या घना विभाजन रखें।</translation>
    </message>
    <message>
        <source>The mask is empty, so there is nothing to repair: paint over the damage first.</source>
        <translation>मास्क ख़ाली है, इसलिए सुधारने को कुछ नहीं है: पहले नुकसान पर रंगें।</translation>
    </message>
    <message>
        <source>The mask covers the whole photo, so nothing is left to repair from: leave some of it unpainted.</source>
        <translation>मास्क पूरी फ़ोटो को ढकता है, इसलिए सुधार के आधार के लिए कुछ नहीं बचा: कुछ भाग बिना रंगे छोड़ें।</translation>
    </message>
    <message>
        <source>Twice {width} x {height} would be {megapixels:.0f} megapixels, more than the {most} that can be made: at most {fitting_width} x {fitting_height} fit, so cut the photo into parts first.</source>
        <translation>{width} x {height} का दोगुना {megapixels:.0f} मेगापिक्सेल होगा, जो {most} की सीमा से अधिक है: अधिक से अधिक {fitting_width} x {fitting_height} हो सकता है, इसलिए पहले फ़ोटो को टुकड़ों में काटें।</translation>
    </message>
    <message>
        <source>{name} is no damage detector: choose another model.</source>
        <translation>{name} नुकसान खोजने वाला मॉडल नहीं है: दूसरा मॉडल चुनें।</translation>
    </message>
    <message>
        <source>The model gives undefined numbers, so its file is spoilt: get it again, or choose another model.</source>
        <translation>मॉडल अपरिभाषित संख्याएँ देता है, यानी उसकी फ़ाइल ख़राब है: उसे फिर से लें, या दूसरा मॉडल चुनें।</translation>
    </message>
    <message>
        <source>Enlarging {width} x {height} pixels needs about {needed:.1f} GB of memory, but {free:.1f} GB are free: at most {fitting_width} x {fitting_height} would fit. Close other programs, or cut the photo into parts first.</source>
        <translation>{width} x {height} पिक्सेल को बड़ा करने में लगभग {needed:.1f} GB मेमोरी चाहिए, पर {free:.1f} GB ख़ाली है: अधिक से अधिक {fitting_width} x {fitting_height} हो सकता है। दूसरे प्रोग्राम बंद करें, या पहले फ़ोटो को टुकड़ों में काटें।</translation>
    </message>
    <message>
        <source>{name} needs at least 1 step: only our own prior can do with none.</source>
        <translation>{name} को कम से कम 1 चरण चाहिए: केवल हमारा अपना मॉडल बिना चरण के चलता है।</translation>
    </message>
    <message>
        <source>{name} is no LaMa: choose another model.</source>
        <translation>{name} LaMa नहीं है: दूसरा मॉडल चुनें।</translation>
    </message>
    <message>
        <source>{name} paints pictures of named classes only: choose an unconditional model.</source>
        <translation>{name} केवल नामित वर्गों के चित्र बनाता है: बिना शर्त वाला मॉडल चुनें।</translation>
    </message>
    <message>
        <source>The model gives no picture but undefined numbers, so its file is spoilt: get it again, or choose another model.</source>
        <translation>मॉडल चित्र के बजाय अपरिभाषित संख्याएँ देता है, यानी उसकी फ़ाइल ख़राब है: उसे फिर से लें, या दूसरा मॉडल चुनें।</translation>
    </message>
    <message>
        <source>{path} exists already: choose another name, or allow it with --overwrite.</source>
        <translation>{path} पहले से है: दूसरा नाम चुनें, या --overwrite से बदलने की अनुमति दें।</translation>
    </message>
    <message>
        <source>{path} was not saved: {reason}.</source>
        <translation>{path} सहेजी नहीं गई: {reason}।</translation>
    </message>
    <message>
        <source>{path} is a folder: give a file name in it.</source>
        <translation>{path} एक फ़ोल्डर है: उसमें फ़ाइल का नाम दें।</translation>
    </message>
    <message>
        <source>{path} is not an ordinary file: choose another name.</source>
        <translation>{path} सामान्य फ़ाइल नहीं है: दूसरा नाम चुनें।</translation>
    </message>
    <message>
        <source>{path} is write-protected: unlock it or choose another name.</source>
        <translation>{path} पर लिखना मना है: उसका ताला खोलें या दूसरा नाम चुनें।</translation>
    </message>
    <message>
        <source>the disk is full: free some space or choose another place</source>
        <translation>डिस्क भर गई है; कुछ जगह ख़ाली करें या दूसरी जगह चुनें</translation>
    </message>
    <message>
        <source>your share of the disk is used up: free some space or choose another place</source>
        <translation>डिस्क पर आपका हिस्सा पूरा हो गया है; कुछ जगह ख़ाली करें या दूसरी जगह चुनें</translation>
    </message>
    <message>
        <source>the file is larger than this disk allows: choose another place</source>
        <translation>फ़ाइल इस डिस्क की सीमा से बड़ी है; दूसरी जगह चुनें</translation>
    </message>
    <message>
        <source>the folder may not be written to: choose another place</source>
        <translation>फ़ोल्डर में लिखने की अनुमति नहीं है; दूसरी जगह चुनें</translation>
    </message>
    <message>
        <source>the disk is read-only: choose another place</source>
        <translation>डिस्क केवल पढ़ने के लिए है; दूसरी जगह चुनें</translation>
    </message>
    <message>
        <source>the folder does not exist: create it or choose another place</source>
        <translation>फ़ोल्डर है ही नहीं; उसे बनाएँ या दूसरी जगह चुनें</translation>
    </message>
    <message>
        <source>part of its path is a file, not a folder: choose another place</source>
        <translation>उसके पथ का एक भाग फ़ाइल है, फ़ोल्डर नहीं; दूसरी जगह चुनें</translation>
    </message>
    <message>
        <source>the name is too long: use a shorter one</source>
        <translation>नाम बहुत लंबा है; छोटा नाम लें</translation>
    </message>
    <message>
        <source>{problem}; choose another place</source>
        <translation>{problem}; दूसरी जगह चुनें</translation>
    </message>
    <message>
        <source>A {format} holds at most {limit} pixels a side, not {side}: save it as PNG or TIFF.</source>
        <translation>{format} में हर ओर अधिक से अधिक {limit} पिक्सेल होते हैं, {side} नहीं: उसे PNG या TIFF में सहेजें।</translation>
    </message>
    <message>
        <source>The mask {path} is {width} x {height} pixels but the photo is {photo_width} x {photo_height}: use a mask of the photo&apos;s own size.</source>
        <translation>मास्क {path} {width} x {height} पिक्सेल का है पर फ़ोटो {photo_width} x {photo_height} की है: फ़ोटो के ही आकार का मास्क लें।</translation>
    </message>
    <message>
        <source>{path} cannot be saved by that name: a mask is a PNG, end it with .png.</source>
        <translation>{path} इस नाम से सहेजी नहीं जा सकती: मास्क PNG होता है, नाम के अंत में .png लगाएँ।</translation>
    </message>
    <message>
        <source>The image is {new} but {path} is {old}: only an image of the same size and depth can be saved in its place.</source>
        <translation>चित्र {new} का है पर {path} {old} की है: उसकी जगह केवल उसी आकार और गहराई का चित्र सहेजा जा सकता है।</translation>
    </message>
    <message>
        <source>{path} holds more than the picture that was opened, which would be lost: choose another name.</source>
        <translation>{path} में खोले गए चित्र के अलावा भी कुछ है, जो खो जाएगा: दूसरा नाम चुनें।</translation>
    </message>
    <message>
        <source>A JPEG cannot hold the transparency of {path}: save it as PNG, TIFF or WebP.</source>
        <translation>JPEG में {path} की पारदर्शिता नहीं रह सकती: उसे PNG, TIFF या WebP में सहेजें।</translation>
    </message>
    <message>
        <source>{path} cannot be saved by that name: end it with one of {endings}.</source>
        <translation>{path} इस नाम से सहेजी नहीं जा सकती: नाम के अंत में इनमें से एक लगाएँ: {endings}।</translation>
    </message>
    <message>
        <source>{name} is in truth a {format} file; it is opened and saved as such.</source>
        <translation>{name} असल में {format} फ़ाइल है; वह उसी रूप में खोली और सहेजी जाती है।</translation>
    </message>
    <message>
        <source>{width} x {height} pixels of {depth}</source>
        <translation>{width} x {height} पिक्सेल, {depth}</translation>
    </message>
    <message>
        <source>{format} has 8 bits per channel: the photo&apos;s 16 were rounded. PNG and TIFF keep them.</source>
        <translation>{format} में हर चैनल के 8 बिट होते हैं: फ़ोटो के 16 बिट घटाए गए। PNG और TIFF उन्हें बनाए रखते हैं।</translation>
    </message>
    <message>
        <source>{name} is damaged, cut short or of a rare kind and cannot be opened whole: use another copy, or save it as PNG or TIFF elsewhere ({reason}).</source>
        <translation>{name} क्षतिग्रस्त, अधूरी या विरले प्रकार की है और पूरी नहीं खोली जा सकती: दूसरी प्रति लें, या उसे कहीं और PNG या TIFF में सहेजें ({reason})।</translation>
    </message>
    <message>
        <source>{name} is a HEIC, AVIF or video file, which cannot be opened: convert it to JPEG, PNG or TIFF first.</source>
        <translation>{name} HEIC, AVIF या वीडियो फ़ाइल है, जो खोली नहीं जा सकती: पहले उसे JPEG, PNG या TIFF में बदलें।</translation>
    </message>
    <message>
        <source>{name} is not a photo that can be opened: choose a JPEG, PNG, TIFF, WebP, BMP or GIF file.</source>
        <translation>{name} ऐसी फ़ोटो नहीं है जो खोली जा सके: JPEG, PNG, TIFF, WebP, BMP या GIF फ़ाइल चुनें।</translation>
    </message>
    <message>
        <source>{name} is animated: only its first frame is opened and saved.</source>
        <translation>{name} चलचित्र है: उसका केवल पहला चित्र खोला और सहेजा जाता है।</translation>
    </message>
    <message>
        <source>{name} is a JPEG without a picture in it: use another copy.</source>
        <translation>{name} ऐसी JPEG है जिसमें चित्र नहीं है: दूसरी प्रति लें।</translation>
    </message>
    <message>
        <source>{name} is a lossless or hierarchical JPEG, which cannot be opened: save it as PNG or TIFF first.</source>
        <translation>{name} बिना हानि वाली या श्रेणीबद्ध JPEG है, जो खोली नहीं जा सकती: पहले उसे PNG या TIFF में सहेजें।</translation>
    </message>
    <message>
        <source>{name} is a {bits}-bit JPEG, which cannot be opened: save it as PNG or TIFF first.</source>
        <translation>{name} {bits} बिट की JPEG है, जो खोली नहीं जा सकती: पहले उसे PNG या TIFF में सहेजें।</translation>
    </message>
    <message>
        <source>A JPEG holds at most {limit} pixels a side: save it as PNG or TIFF.</source>
        <translation>JPEG में हर ओर अधिक से अधिक {limit} पिक्सेल होते हैं: उसे PNG या TIFF में सहेजें।</translation>
    </message>
    <message>
        <source>{name} holds more than one picture (such as a video, a preview or a gain map): only the first is opened and saved.</source>
        <translation>{name} में एक से अधिक चित्र हैं (जैसे वीडियो, पूर्वावलोकन या गेन मैप): केवल पहला खोला और सहेजा जाता है।</translation>
    </message>
    <message>
        <source>The lower part of {name} is plain grey, as in a file that was cut short.</source>
        <translation>{name} का निचला भाग सपाट धूसर है, जैसा अधूरी फ़ाइल में होता है।</translation>
    </message>
    <message>
        <source>The {kind} data are longer than a JPEG can hold and were left out.</source>
        <translation>{kind} डेटा JPEG की सीमा से लंबा है और छोड़ दिया गया।</translation>
    </message>
    <message>
        <source>{name} has pixels of a kind ({mode}) that cannot be opened: save it as 8 or 16 bit RGB or grey first.</source>
        <translation>{name} के पिक्सेल ऐसे प्रकार ({mode}) के हैं जो खोले नहीं जा सकते: पहले उसे 8 या 16 बिट RGB या धूसर में सहेजें।</translation>
    </message>
    <message>
        <source>{name} is CMYK without a usable profile; its colours in RGB are approximate.</source>
        <translation>{name} बिना काम की प्रोफ़ाइल वाली CMYK है; RGB में उसके रंग लगभग ही सही हैं।</translation>
    </message>
    <message>
        <source>{name} has a palette; it is saved in full colour.</source>
        <translation>{name} में पैलेट है; वह पूरे रंगों में सहेजी जाती है।</translation>
    </message>
    <message>
        <source>{name} has 1 bit per pixel; it is saved with 8.</source>
        <translation>{name} में हर पिक्सेल का 1 बिट है; वह 8 के साथ सहेजी जाती है।</translation>
    </message>
    <message>
        <source>{name} is CMYK; it was converted to sRGB and is saved as RGB.</source>
        <translation>{name} CMYK है; उसे sRGB में बदला गया और RGB में सहेजा जाता है।</translation>
    </message>
    <message>
        <source>{name} is cut short: copy or download it again.</source>
        <translation>{name} अधूरी है: उसे फिर से कॉपी या डाउनलोड करें।</translation>
    </message>
    <message>
        <source>{name} is a PNG without a picture in it: use another copy.</source>
        <translation>{name} ऐसी PNG है जिसमें चित्र नहीं है: दूसरी प्रति लें।</translation>
    </message>
    <message>
        <source>{name} is damaged (a part of its picture is missing): use another copy.</source>
        <translation>{name} क्षतिग्रस्त है (उसके चित्र का एक भाग नहीं है): दूसरी प्रति लें।</translation>
    </message>
    <message>
        <source>{name} is damaged: its picture cannot be decoded, use another copy.</source>
        <translation>{name} क्षतिग्रस्त है: उसका चित्र पढ़ा नहीं जा सकता, दूसरी प्रति लें।</translation>
    </message>
    <message>
        <source>{name} is animated: only its main picture is opened and saved.</source>
        <translation>{name} चलचित्र है: उसका केवल मुख्य चित्र खोला और सहेजा जाता है।</translation>
    </message>
    <message>
        <source>{name} holds damaged metadata, which were left out.</source>
        <translation>{name} में क्षतिग्रस्त मेटाडेटा है, जो छोड़ दिया गया।</translation>
    </message>
    <message>
        <source>{name} has {depth} bits per pixel; it is saved with 8.</source>
        <translation>{name} में हर पिक्सेल के {depth} बिट हैं; वह 8 के साथ सहेजी जाती है।</translation>
    </message>
    <message>
        <source>{name} is damaged (some of its bytes are wrong): use another copy.</source>
        <translation>{name} क्षतिग्रस्त है (उसके कुछ बाइट ग़लत हैं): दूसरी प्रति लें।</translation>
    </message>
    <message>
        <source>{name} has no pixels ({width} x {height}): it is damaged, use another copy.</source>
        <translation>{name} में कोई पिक्सेल नहीं है ({width} x {height}): वह क्षतिग्रस्त है, दूसरी प्रति लें।</translation>
    </message>
    <message>
        <source>{name} is {width} x {height} pixels ({megapixels:.0f} megapixels), more than the {most} that can be opened: scale it down or cut it into parts first.</source>
        <translation>{name} {width} x {height} पिक्सेल ({megapixels:.0f} मेगापिक्सेल) की है, जो खोलने की सीमा {most} से अधिक है: पहले उसे छोटा करें या टुकड़ों में काटें।</translation>
    </message>
    <message>
        <source>{name} is a folder: choose a photo in it.</source>
        <translation>{name} एक फ़ोल्डर है: उसमें से फ़ोटो चुनें।</translation>
    </message>
    <message>
        <source>{name} is not an ordinary file: choose a photo file.</source>
        <translation>{name} सामान्य फ़ाइल नहीं है: फ़ोटो की फ़ाइल चुनें।</translation>
    </message>
    <message>
        <source>{name} is empty (0 bytes): it has to be copied or downloaded again.</source>
        <translation>{name} ख़ाली है (0 बाइट): उसे फिर से कॉपी या डाउनलोड करना होगा।</translation>
    </message>
    <message>
        <source>{name} is larger than 4 GB, too large to open: scale it down first.</source>
        <translation>{name} 4 GB से बड़ी है, खोलने के लिए बहुत बड़ी: पहले उसे छोटा करें।</translation>
    </message>
    <message>
        <source>{name} does not exist: check the name and the folder.</source>
        <translation>{name} है ही नहीं: नाम और फ़ोल्डर जाँचें।</translation>
    </message>
    <message>
        <source>{name} may not be read: ask for permission or copy it elsewhere.</source>
        <translation>{name} पढ़ने की अनुमति नहीं है: अनुमति माँगें या उसे कहीं और कॉपी करें।</translation>
    </message>
    <message>
        <source>{name} cannot be read ({reason}): check the disk it is on.</source>
        <translation>{name} पढ़ी नहीं जा सकती ({reason}): जिस डिस्क पर वह है उसे जाँचें।</translation>
    </message>
    <message>
        <source>{name} is too long a name: use a shorter one.</source>
        <translation>{name} बहुत लंबा नाम है: छोटा नाम लें।</translation>
    </message>
    <message>
        <source>{name} is a camera&apos;s raw file: develop it to TIFF, PNG or JPEG first.</source>
        <translation>{name} कैमरे की रॉ फ़ाइल है: पहले उसे TIFF, PNG या JPEG में बदलें।</translation>
    </message>
    <message>
        <source>floating-point numbers of {count} bits</source>
        <translation>{count} बिट की दशमलव संख्याएँ</translation>
    </message>
    <message>
        <source>{name} holds {kind}, which cannot be opened: save it as 8 or 16 bit RGB first.</source>
        <translation>{name} में {kind} हैं, जो खोली नहीं जा सकतीं: पहले उसे 8 या 16 बिट RGB में सहेजें।</translation>
    </message>
    <message>
        <source>{name} holds further pages: only the first is opened and saved.</source>
        <translation>{name} में और पृष्ठ भी हैं: केवल पहला खोला और सहेजा जाता है।</translation>
    </message>
    <message>
        <source>{name} holds further layers: only their sum is opened and saved.</source>
        <translation>{name} में और परतें भी हैं: केवल उनका सम्मिलित चित्र खोला और सहेजा जाता है।</translation>
    </message>
    <message>
        <source>{name} holds further channels: only colours and transparency are opened and saved.</source>
        <translation>{name} में और चैनल भी हैं: केवल रंग और पारदर्शिता खोली और सहेजी जाती हैं।</translation>
    </message>
    <message>
        <source>numbers with signs</source>
        <translation>चिह्न वाली संख्याएँ</translation>
    </message>
    <message>
        <source>numbers of {count} bits</source>
        <translation>{count} बिट की संख्याएँ</translation>
    </message>
    <message>
        <source>Lab colours</source>
        <translation>Lab रंग</translation>
    </message>
    <message>
        <source>16-bit CMYK colours</source>
        <translation>16 बिट CMYK रंग</translation>
    </message>
    <message>
        <source>16-bit numbers in an uncommon packing</source>
        <translation>विरले ढंग से रखी 16 बिट संख्याएँ</translation>
    </message>
    <message>
        <source>A WebP holds at most {limit} pixels a side: save it as PNG or TIFF.</source>
        <translation>WebP में हर ओर अधिक से अधिक {limit} पिक्सेल होते हैं: उसे PNG या TIFF में सहेजें।</translation>
    </message>
    <message>
        <source>No whole stride takes {count} of {length} steps: choose another number.</source>
        <translation>{length} चरणों में से {count} किसी पूरे अंतराल से नहीं मिलते: दूसरी संख्या चुनें।</translation>
    </message>
    <message>
        <source>The spacing {spacing!r} is not one: write &quot;250&quot;, &quot;100,50,25&quot; or &quot;ddim50&quot;.</source>
        <translation>विभाजन {spacing!r} सही नहीं है: &quot;250&quot;, &quot;100,50,25&quot; या &quot;ddim50&quot; लिखें।</translation>
    </message>
    <message>
        <source>The spacing {spacing!r} asks for {count} of {length} steps: ask for at most {length}.</source>
        <translation>विभाजन {spacing!r} {length} चरणों में से {count} माँगता है: अधिक से अधिक {length} माँगें।</translation>
    </message>
    <message>
        <source>There is not enough memory on {device} for this photo, even in small pieces: close other programs, or choose the CPU as device.</source>
        <translation>इस फ़ोटो के लिए {device} पर मेमोरी पर्याप्त नहीं है, छोटे टुकड़ों में भी नहीं: दूसरे प्रोग्राम बंद करें, या उपकरण के रूप में CPU चुनें।</translation>
    </message>
    <message>
        <source>There is not enough memory for this photo, even in small pieces: close other programs.</source>
        <translation>इस फ़ोटो के लिए मेमोरी पर्याप्त नहीं है, छोटे टुकड़ों में भी नहीं: दूसरे प्रोग्राम बंद करें।</translation>
    </message>
</context>
<context>
    <name>EnlargeFlow</name>
    <message>
        <source>The photo is being enlarged: wait for it or cancel it first.</source>
        <translation>फ़ोटो बड़ी की जा रही है: पहले उसके पूरा होने की प्रतीक्षा करें या उसे रद्द करें।</translation>
    </message>
    <message>
        <source>Enlarged to {width} x {height} pixels in {seconds} s</source>
        <translation>{seconds} सेकंड में {width} x {height} पिक्सेल तक बड़ा किया गया</translation>
    </message>
    <message>
        <source>The enlargement was cancelled: the photo is as it was.</source>
        <translation>बड़ा करना रद्द किया गया: फ़ोटो पहले जैसी है।</translation>
    </message>
</context>
<context>
    <name>FileFlow</name>
    <message>
        <source>Photos</source>
        <translation>फ़ोटो</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>मास्क</translation>
    </message>
    <message>
        <source>Open a photo</source>
        <translation>फ़ोटो खोलें</translation>
    </message>
    <message numerus="yes">
        <source>One photo at a time: {name} is opened, %n are not.</source>
        <translation>
            <numerusform>एक बार में एक फ़ोटो: {name} खोली गई, %n नहीं।</numerusform>
            <numerusform>एक बार में एक फ़ोटो: {name} खोली गई, बाक़ी %n नहीं।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos are too many for one window, but can be repaired in one go, each into a new file.</source>
        <translation>
            <numerusform>%n फ़ोटो एक बार में सुधारी जा सकती है, एक नई फ़ाइल में।</numerusform>
            <numerusform>%n फ़ोटो एक विंडो के लिए बहुत हैं, पर एक बार में सुधारी जा सकती हैं, हर एक नई फ़ाइल में।</numerusform>
        </translation>
    </message>
    <message>
        <source>Repair them all…</source>
        <translation>सभी सुधारें…</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} खोलें</translation>
    </message>
    <message>
        <source>There is no photo in the clipboard: copy an image or a file first.</source>
        <translation>क्लिपबोर्ड में कोई फ़ोटो नहीं है: पहले कोई चित्र या फ़ाइल कॉपी करें।</translation>
    </message>
    <message>
        <source>the pasted photo</source>
        <translation>चिपकाई गई फ़ोटो</translation>
    </message>
    <message>
        <source>Copied for other programs. Only saving keeps the metadata.</source>
        <translation>कॉपी किया गया, किसी दूसरे प्रोग्राम में चिपकाने के लिए। मेटाडेटा केवल सहेजने पर बना रहता है।</translation>
    </message>
    <message>
        <source>Save the photo</source>
        <translation>फ़ोटो सहेजें</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>{name} के नाम से सहेजा गया।</translation>
    </message>
    <message>
        <source>Import a mask</source>
        <translation>मास्क आयात करें</translation>
    </message>
    <message>
        <source>The mask is empty, so there is nothing to export: paint over the damage first.</source>
        <translation>मास्क ख़ाली है, इसलिए निर्यात करने को कुछ नहीं है: पहले नुकसान पर पेंट करें।</translation>
    </message>
    <message>
        <source>Export the mask</source>
        <translation>मास्क निर्यात करें</translation>
    </message>
    <message>
        <source>Mask exported as {name}.</source>
        <translation>मास्क {name} के नाम से निर्यात किया गया।</translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation>{name} में किए गए बदलाव सहेजें?</translation>
    </message>
    <message>
        <source>Export the mask painted on {name}?</source>
        <translation>{name} पर बनाया गया मास्क निर्यात करें?</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>सभी फ़ाइलें</translation>
    </message>
</context>
<context>
    <name>FileHost</name>
    <message>
        <source>Opening {name}…</source>
        <translation>{name} खोली जा रही है…</translation>
    </message>
    <message>
        <source>Saving {name}…</source>
        <translation>{name} सहेजी जा रही है…</translation>
    </message>
    <message>
        <source>Copying {name}…</source>
        <translation>{name} कॉपी हो रहा है…</translation>
    </message>
</context>
<context>
    <name>Film</name>
    <message>
        <source>Step {step} of {total}</source>
        <translation>{total} में से चरण {step}</translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message>
        <source>Steps of the repair</source>
        <translation>सुधार के चरण</translation>
    </message>
    <message>
        <source>Click or drag to see a step; arrow keys move on; Esc goes back to the result</source>
        <translation>कोई चरण देखने के लिए क्लिक करें या खींचें; तीर कुंजियों से आगे बढ़ें; Esc से परिणाम पर लौटें</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Progress of the search</source>
        <translation>खोज की प्रगति</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>संवेदनशीलता</translation>
    </message>
    <message>
        <source>Left: only what is certainly damage. Right: everything that may be.</source>
        <translation>बाएँ: केवल वह जो निश्चित रूप से नुकसान है। दाएँ: वह सब जो हो सकता है।</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>सुधारें</translation>
    </message>
    <message>
        <source>Repair all that is marked</source>
        <translation>जो भी चिह्नित है, सब सुधारें</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>हो गया</translation>
    </message>
    <message>
        <source>Keep the marks, to paint and erase by hand</source>
        <translation>चिह्न बनाए रखें, ताकि हाथ से पेंट करें और मिटाएँ</translation>
    </message>
    <message>
        <source>Looking for damage…</source>
        <translation>नुकसान खोजा जा रहा है…</translation>
    </message>
    <message numerus="yes">
        <source>Damage found: %n place(s)</source>
        <translation>
            <numerusform>नुकसान मिला: %n जगह</numerusform>
            <numerusform>नुकसान मिला: %n जगहें</numerusform>
        </translation>
    </message>
    <message>
        <source>Damage found: no place</source>
        <translation>नुकसान मिला: कोई जगह नहीं</translation>
    </message>
</context>
<context>
    <name>FindFlow</name>
    <message>
        <source>Find damage</source>
        <translation>नुकसान खोजें</translation>
    </message>
    <message>
        <source>Damage is being looked for: wait for it or cancel it first.</source>
        <translation>नुकसान खोजा जा रहा है: पहले उसके पूरा होने की प्रतीक्षा करें या उसे रद्द करें।</translation>
    </message>
    <message>
        <source>The search was cancelled: photo and mask are as they were.</source>
        <translation>खोज रद्द की गई: फ़ोटो और मास्क पहले जैसे हैं।</translation>
    </message>
    <message>
        <source>No damage was found, so nothing was changed.</source>
        <translation>कोई नुकसान नहीं मिला, इसलिए कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>No damage was found: move the slider to the right, or paint over it.</source>
        <translation>कोई नुकसान नहीं मिला: स्लाइडर को दाएँ खिसकाएँ, या नुकसान पर पेंट करें।</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose a folder</source>
        <translation>फ़ोल्डर चुनें</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Keys</source>
        <translation>कुंजियाँ</translation>
    </message>
    <message>
        <source>Invisible mending for photographs: repairs damage by conditional diffusion, on this computer, and leaves every other pixel as it is.</source>
        <translation>फ़ोटो की अदृश्य मरम्मत: कंडीशनल डिफ़्यूज़न से नुकसान सुधारता है, इसी कंप्यूटर पर, और बाक़ी हर पिक्सेल को जैसा है वैसा छोड़ता है।</translation>
    </message>
    <message>
        <source>About Reweave</source>
        <translation>Reweave के बारे में</translation>
    </message>
    <message>
        <source> or </source>
        <translation> या </translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>best</source>
        <translation>सर्वोत्तम</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>तेज़</translation>
    </message>
    <message>
        <source>eroded</source>
        <translation>इरोडेड</translation>
    </message>
    <message>
        <source>blind</source>
        <translation>ब्लाइंड</translation>
    </message>
    <message>
        <source>History</source>
        <translation>इतिहास</translation>
    </message>
    <message>
        <source>Repeat with these settings</source>
        <translation>इन सेटिंग से दोहराएँ</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>System colours</source>
        <translation>सिस्टम के रंग</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>हल्के रंग</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>गहरे रंग</translation>
    </message>
    <message>
        <source>Find damage</source>
        <translation>नुकसान खोजें</translation>
    </message>
    <message>
        <source>Enlarge 2x</source>
        <translation>2x बड़ा करें</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>सुधारें</translation>
    </message>
    <message>
        <source>History</source>
        <translation>इतिहास</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>हाल की फ़ोटो</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
</context>
<context>
    <name>MaskFlow</name>
    <message>
        <source>The mask is empty: mark something first.</source>
        <translation>मास्क ख़ाली है: पहले कुछ चिह्नित करें।</translation>
    </message>
    <message>
        <source>Growing the mask…</source>
        <translation>मास्क बढ़ाया जा रहा है…</translation>
    </message>
    <message>
        <source>Grow by {pixels} px</source>
        <translation>{pixels} px बढ़ाया गया</translation>
    </message>
    <message>
        <source>Shrinking the mask…</source>
        <translation>मास्क घटाया जा रहा है…</translation>
    </message>
    <message>
        <source>Shrink by {pixels} px</source>
        <translation>{pixels} px घटाया गया</translation>
    </message>
    <message>
        <source>Looking for similar colours…</source>
        <translation>मिलते-जुलते रंग खोजे जा रहे हैं…</translation>
    </message>
    <message>
        <source>Looking for the piece…</source>
        <translation>हिस्सा खोजा जा रहा है…</translation>
    </message>
    <message>
        <source>There is no marked piece here: click on one to remove it.</source>
        <translation>यहाँ कोई चिह्नित हिस्सा नहीं है: हटाने के लिए किसी हिस्से पर क्लिक करें।</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Details</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>कॉपी करें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation>संदेश का विवरण</translation>
    </message>
</context>
<context>
    <name>MethodPanel</name>
    <message>
        <source>Remove damage: best</source>
        <translation>नुकसान हटाएँ: सर्वोत्तम</translation>
    </message>
    <message>
        <source>Fills what you painted so that it fits its surroundings. Everything else stays as it is.</source>
        <translation>जिस पर आपने पेंट किया, उसे आसपास से मेल खाता हुआ भरता है। बाक़ी सब जैसा है वैसा रहता है।</translation>
    </message>
    <message>
        <source>Remove damage: fast</source>
        <translation>नुकसान हटाएँ: तेज़</translation>
    </message>
    <message>
        <source>Fills what you painted in one pass: several times as quick, smoother in wide places.</source>
        <translation>जिस पर आपने पेंट किया, उसे एक ही बार में भरता है: कई गुना तेज़, चौड़ी जगहों पर अधिक चिकना।</translation>
    </message>
    <message>
        <source>in the estimate (DDNM)</source>
        <translation>अनुमान में (DDNM)</translation>
    </message>
    <message>
        <source>in the noisy image (RePaint)</source>
        <translation>नॉइज़ वाले चित्र में (RePaint)</translation>
    </message>
    <message>
        <source>the eraser&apos;s (LaMa)</source>
        <translation>इरेज़र का (LaMa)</translation>
    </message>
    <message>
        <source>a smooth surface</source>
        <translation>एक चिकनी सतह</translation>
    </message>
    <message>
        <source>From {least} to {most}.</source>
        <translation>{least} से {most} तक।</translation>
    </message>
    <message>
        <source>Respacing</source>
        <translation>अंतराल</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>सैम्पलर</translation>
    </message>
    <message>
        <source>Start at t</source>
        <translation>t से शुरू</translation>
    </message>
    <message>
        <source>Noise put on the first fill: more invents, less keeps.</source>
        <translation>पहले भराव पर डाला गया नॉइज़: अधिक हो तो नया रचता है, कम हो तो बनाए रखता है।</translation>
    </message>
    <message>
        <source>Low-pass N</source>
        <translation>लो-पास N</translation>
    </message>
    <message>
        <source>Let go at range_t</source>
        <translation>range_t पर छोड़ें</translation>
    </message>
    <message>
        <source>Jump length j</source>
        <translation>छलाँग की लंबाई j</translation>
    </message>
    <message>
        <source>RePaint: how many steps a jump goes back, at most all of them.</source>
        <translation>RePaint: एक छलाँग कितने चरण पीछे जाती है, अधिक से अधिक सभी।</translation>
    </message>
    <message>
        <source>Jump repeats r</source>
        <translation>छलाँगों की संख्या r</translation>
    </message>
    <message>
        <source>Eta η</source>
        <translation>ईटा η</translation>
    </message>
    <message>
        <source>DDIM: share of fresh noise in each step.</source>
        <translation>DDIM: हर चरण में नए नॉइज़ का हिस्सा।</translation>
    </message>
    <message>
        <source>Ring width</source>
        <translation>छल्ले की चौड़ाई</translation>
    </message>
    <message>
        <source>Pixels that are taken from each pass before the next one.</source>
        <translation>अगले दौर से पहले हर दौर से लिए जाने वाले पिक्सेल।</translation>
    </message>
    <message>
        <source>Feather</source>
        <translation>नरम किनारा</translation>
    </message>
    <message>
        <source>Pixels inside the mask&apos;s rim over which the repair is blended with the photo: mark a little more than the damage. 0 keeps the rim exact.</source>
        <translation>मास्क के किनारे के भीतर उतने पिक्सेल जिनमें सुधार फ़ोटो में घुलता है: नुकसान से थोड़ा अधिक चिह्नित करें। 0 पर किनारा सटीक रहता है।</translation>
    </message>
    <message>
        <source>Texture</source>
        <translation>बनावट</translation>
    </message>
    <message>
        <source>How much grain and fine detail wide repairs borrow from the rest of the photo; 0 leaves them smooth.</source>
        <translation>चौड़ी मरम्मतें बाक़ी फ़ोटो से कितना दाना और बारीक ब्योरा लें; 0 पर वे चिकनी रहती हैं।</translation>
    </message>
    <message>
        <source>First fill</source>
        <translation>पहला भराव</translation>
    </message>
    <message>
        <source>What noise is put on: one pass of the eraser, or a classical fill.</source>
        <translation>नॉइज़ किस पर डाला जाता है: इरेज़र का एक दौर, या पारंपरिक भराव।</translation>
    </message>
    <message>
        <source>Experiment: ring by ring (erosion)</source>
        <translation>प्रयोग: छल्ला-दर-छल्ला (इरोज़न)</translation>
    </message>
    <message>
        <source>Fills from the rim inwards, each ring seeing those before. Slow in wide places.</source>
        <translation>किनारे से भीतर की ओर भरता है, हर छल्ला पिछले छल्लों को देखता है। चौड़ी जगहों पर धीमा।</translation>
    </message>
    <message>
        <source>Experiment: blind (ILVR)</source>
        <translation>प्रयोग: ब्लाइंड (ILVR)</translation>
    </message>
    <message>
        <source>Does not tell the sampler what is damaged, and only pastes there: it copies damage, or drifts.</source>
        <translation>सैम्पलर को नहीं बताता कि नुकसान कहाँ है, और केवल वहीं चिपकाता है: नुकसान की नक़ल करता है, या भटक जाता है।</translation>
    </message>
    <message>
        <source>ILVR (experiment)</source>
        <translation>ILVR (प्रयोग)</translation>
    </message>
    <message>
        <source>masked (experiment)</source>
        <translation>मास्क सहित (प्रयोग)</translation>
    </message>
    <message>
        <source>interleaved (experiment)</source>
        <translation>बारी-बारी (प्रयोग)</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>विधि</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>विकल्प</translation>
    </message>
    <message>
        <source>How many repairs to make, each with another seed, to choose one from</source>
        <translation>कितने सुधार बनाने हैं, हर एक अलग सीड से, जिनमें से एक चुना जाए</translation>
    </message>
    <message>
        <source>Variants to choose from</source>
        <translation>चुनने के लिए विकल्प</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>उन्नत</translation>
    </message>
    <message>
        <source>Go back to what measured best</source>
        <translation>उस पर लौटें जो मापने में सबसे अच्छा रहा</translation>
    </message>
    <message>
        <source>even steps</source>
        <translation>समान चरण</translation>
    </message>
    <message>
        <source>off</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>random</source>
        <translation>यादृच्छिक</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>रीसेट करें</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>चरण</translation>
    </message>
    <message>
        <source>Network evaluations at full size: more are slower and finer; with 0, quick and smooth.</source>
        <translation>पूरे आकार पर नेटवर्क की गणनाएँ: अधिक हों तो धीमा और बारीक; 0 पर तेज़ और चिकना।</translation>
    </message>
    <message>
        <source>Timesteps to visit in place of even steps: &quot;250&quot;, &quot;100,50,25&quot; or &quot;ddim50&quot;.</source>
        <translation>समान चरणों के स्थान पर टाइमस्टेप: &quot;250&quot;, &quot;100,50,25&quot; या &quot;ddim50&quot;।</translation>
    </message>
    <message>
        <source>How one step is taken from noise towards the picture.</source>
        <translation>नॉइज़ से चित्र की ओर एक चरण कैसे लिया जाता है।</translation>
    </message>
    <message>
        <source>ILVR: holds colours and shapes coarser than N pixels.</source>
        <translation>ILVR: N पिक्सेल से मोटे रंगों और आकृतियों को थामे रखता है।</translation>
    </message>
    <message>
        <source>ILVR: the noise level from which on nothing is held.</source>
        <translation>ILVR: नॉइज़ का वह स्तर जिसके बाद कुछ नहीं थामा जाता।</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>मिलाएँ</translation>
    </message>
    <message>
        <source>Where the known pixels are put back at every step.</source>
        <translation>हर चरण में ज्ञात पिक्सेल कहाँ वापस रखे जाते हैं।</translation>
    </message>
    <message>
        <source>RePaint: how often each jump is made; 1 is never.</source>
        <translation>RePaint: हर छलाँग कितनी बार लगती है; 1 यानी कभी नहीं।</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>सीड</translation>
    </message>
    <message>
        <source>The same number gives the same picture; empty draws one.</source>
        <translation>वही संख्या वही चित्र देती है; ख़ाली हो तो एक अपने-आप चुनी जाती है।</translation>
    </message>
    <message>
        <source>exact (null space)</source>
        <translation>सटीक (नल स्पेस)</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>सुधारें</translation>
    </message>
    <message>
        <source>Enlarge 2x</source>
        <translation>2x बड़ा करें</translation>
    </message>
    <message>
        <source>What the settings are for</source>
        <translation>सेटिंग किसके लिए हैं</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>मार्ग</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>मॉडल</translation>
    </message>
    <message>
        <source>The network: the method&apos;s own, or a checkpoint file.</source>
        <translation>नेटवर्क: विधि का अपना, या कोई चेकपॉइंट फ़ाइल।</translation>
    </message>
    <message>
        <source>How Enlarge 2x works; the experiments are for comparison.</source>
        <translation>“2x बड़ा करें” कैसे काम करता है; प्रयोग तुलना के लिए हैं।</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Add its file…</source>
        <translation>इसकी फ़ाइल जोड़ें…</translation>
    </message>
    <message>
        <source>You have this model&apos;s file already, whatever it is called</source>
        <translation>इस मॉडल की फ़ाइल आपके पास पहले से है, उसका नाम जो भी हो</translation>
    </message>
    <message>
        <source>Discard what came</source>
        <translation>आया हिस्सा हटाएँ</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>हटाएँ…</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>इसका पृष्ठ खोलें</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>किसके लिए</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>लाइसेंस</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>कहाँ</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>अज्ञात</translation>
    </message>
    <message>
        <source>{licence}. To be accepted before use.</source>
        <translation>{licence}। उपयोग से पहले स्वीकार करना होगा।</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>उपयोग में</translation>
    </message>
    <message>
        <source>Go on fetching</source>
        <translation>लाना जारी रखें</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>लाएँ</translation>
    </message>
    <message>
        <source>Get ({size})</source>
        <translation>लाएँ ({size})</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>The method&apos;s own</source>
        <translation>विधि का अपना</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>फ़ाइल चुनें…</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>मॉडल चुनें</translation>
    </message>
    <message>
        <source>Checkpoints (*)</source>
        <translation>चेकपॉइंट (*)</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>{name} is no longer here: Reweave&apos;s own is used instead.</source>
        <translation>{name} अब यहाँ नहीं है: उसके स्थान पर Reweave का अपना मॉडल काम में लिया जाता है।</translation>
    </message>
    <message>
        <source>{name} was removed.</source>
        <translation>{name} हटाया गया।</translation>
    </message>
    <message>
        <source>{name} is here and can be used now.</source>
        <translation>{name} आ गया है और अब काम में लिया जा सकता है।</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>सुधारना</translation>
    </message>
    <message>
        <source>Filling in one pass</source>
        <translation>एक बार में भरना</translation>
    </message>
    <message>
        <source>Finding damage</source>
        <translation>नुकसान खोजना</translation>
    </message>
    <message>
        <source>Use for repairs</source>
        <translation>सुधार के लिए काम में लें</translation>
    </message>
    <message>
        <source>Use for filling</source>
        <translation>भरने के लिए काम में लें</translation>
    </message>
    <message>
        <source>Use to find damage</source>
        <translation>खोजने के लिए काम में लें</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>उपयोग में</translation>
    </message>
    <message>
        <source>here, not for repairs</source>
        <translation>मौजूद, सुधार के लिए नहीं</translation>
    </message>
    <message>
        <source>comes with Reweave</source>
        <translation>Reweave के साथ आता है</translation>
    </message>
    <message>
        <source>added</source>
        <translation>जोड़ा गया</translation>
    </message>
    <message>
        <source>{percent} % fetched</source>
        <translation>{percent} % आया</translation>
    </message>
    <message>
        <source>can be fetched</source>
        <translation>लाया जा सकता है</translation>
    </message>
    <message>
        <source>from its page</source>
        <translation>इसके पृष्ठ से</translation>
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
        <translation>{size} में से {done} आ चुका: जब चाहें जारी रखें।</translation>
    </message>
    <message>
        <source>Not here yet: Get fetches it, and an interrupted transfer goes on later.</source>
        <translation>अभी यहाँ नहीं है: “लाएँ” इसे लाता है, और टूटा हुआ स्थानांतरण बाद में जारी होता है।</translation>
    </message>
    <message>
        <source>Not here yet: no direct address is known. Get the file from its page, then add it.</source>
        <translation>अभी यहाँ नहीं है: कोई सीधा पता ज्ञात नहीं है। इसके पृष्ठ से फ़ाइल लें, फिर उसे जोड़ें।</translation>
    </message>
    <message>
        <source>{doing}: {done} MB</source>
        <translation>{doing}: {done} MB</translation>
    </message>
    <message>
        <source>{doing}: {done} of {total} MB</source>
        <translation>{doing}: {total} में से {done} MB</translation>
    </message>
    <message>
        <source>Copying the file</source>
        <translation>फ़ाइल कॉपी हो रही है</translation>
    </message>
    <message>
        <source>Checking what came</source>
        <translation>जो आया उसकी जाँच हो रही है</translation>
    </message>
    <message>
        <source>Looking at what is in it…</source>
        <translation>भीतर की सामग्री देखी जा रही है…</translation>
    </message>
    <message>
        <source>The line broke off: trying again soon…</source>
        <translation>कनेक्शन टूट गया: जल्द ही फिर कोशिश होगी…</translation>
    </message>
    <message>
        <source>Fetching from {place}</source>
        <translation>{place} से लाया जा रहा है</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>मॉडल</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>फ़ाइल जोड़ें…</translation>
    </message>
    <message>
        <source>A checkpoint that you have: recognised by what is in it, not by its name</source>
        <translation>आपके पास मौजूद चेकपॉइंट: नाम से नहीं, भीतर की सामग्री से पहचाना जाता है</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>{title}

Licence: {licence}

This forbids commercial use, or does not say what is allowed. Do you accept it?</source>
        <translation>{title}

लाइसेंस: {licence}

यह व्यावसायिक उपयोग मना करता है, या नहीं बताता कि क्या अनुमत है। क्या आप इसे स्वीकार करते हैं?</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>लाइसेंस</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>प्रगति</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>What has come is kept: go on whenever you like</source>
        <translation>जो आ चुका वह रखा रहेगा: जब चाहें जारी रखें</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>मॉडल जोड़ें</translation>
    </message>
    <message>
        <source>Add the file of {title}</source>
        <translation>{title} की फ़ाइल जोड़ें</translation>
    </message>
    <message>
        <source>Checkpoints (*)</source>
        <translation>चेकपॉइंट (*)</translation>
    </message>
    <message>
        <source>Remove {title}? Its file is deleted: {path}</source>
        <translation>{title} हटाएँ? इसकी फ़ाइल मिटा दी जाएगी: {path}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>रोका जा रहा है…</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>मॉडल</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>आकार</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Fetching {what}…</source>
        <translation>{what} लाया जा रहा है…</translation>
    </message>
    <message>
        <source>Adding {what}…</source>
        <translation>{what} जोड़ा जा रहा है…</translation>
    </message>
    <message>
        <source>Removing {what}…</source>
        <translation>{what} हटाया जा रहा है…</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Navigator</source>
        <translation>नेविगेटर</translation>
    </message>
    <message>
        <source>Drag the frame, or click, to see another part of the photo</source>
        <translation>फ़ोटो का दूसरा भाग देखने के लिए फ़्रेम खींचें या क्लिक करें</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Before</source>
        <translation>पहले</translation>
    </message>
    <message>
        <source>After</source>
        <translation>बाद</translation>
    </message>
</context>
<context>
    <name>PhotoWatch</name>
    <message>
        <source>{name} was deleted or moved. The photo is still whole here: save it to have it again.</source>
        <translation>{name} को हटाया या स्थानांतरित किया गया। यहाँ फ़ोटो अब भी पूरी है: उसे फिर से पाने के लिए सहेजें।</translation>
    </message>
    <message>
        <source>{name} was changed by another program. Here it is as you opened it: save it under another name to keep both, or open it again to see the change.</source>
        <translation>{name} को किसी दूसरे प्रोग्राम ने बदल दिया। यहाँ वह वैसी ही है जैसी आपने खोली थी: दोनों रखने के लिए किसी और नाम से सहेजें, या बदलाव देखने के लिए फिर से खोलें।</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Repair this next</source>
        <translation>इसके बाद इसे सुधारें</translation>
    </message>
    <message>
        <source>What you paint meanwhile is repaired after this  (Q)</source>
        <translation>इस बीच आप जिस पर पेंट करते हैं, उसे इसके बाद सुधारा जाता है  (Q)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Wait after the step that is under way  (Ctrl+P)</source>
        <translation>चल रहे चरण के बाद रुकें  (Ctrl+P)</translation>
    </message>
    <message>
        <source>Take this step</source>
        <translation>यह चरण लें</translation>
    </message>
    <message>
        <source>Make the step you look at the result; Undo goes back</source>
        <translation>जो चरण आप देख रहे हैं उसे परिणाम बनाएँ; “पूर्ववत करें” से लौटें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Forget these steps</source>
        <translation>ये चरण भूल जाएँ</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>प्रगति</translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation>इंजन शुरू हो रहा है…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>रद्द किया जा रहा है…</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n प्रतीक्षा में</numerusform>
            <numerusform>%n प्रतीक्षा में</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>जारी रखें</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>रुका हुआ</translation>
    </message>
    <message>
        <source>Looking at: {step}</source>
        <translation>दिख रहा है: {step}</translation>
    </message>
    <message>
        <source>{stage}, step {step} of {total}</source>
        <translation>{stage}, {total} में से चरण {step}</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Reweave ended without being closed while {name} was open. Your work is kept as it was then: {when}.</source>
        <translation>{name} खुली थी और Reweave बिना बंद किए समाप्त हो गया। आपका काम तब जैसा था वैसा सुरक्षित है: {when}।</translation>
    </message>
    <message>
        <source>Go on where you were</source>
        <translation>वहीं से जारी रखें</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>छोड़ दें</translation>
    </message>
    <message>
        <source>Bringing {name} back…</source>
        <translation>{name} वापस लाई जा रही है…</translation>
    </message>
    <message>
        <source>{name} is as you left it.</source>
        <translation>{name} वैसी ही है जैसी आपने छोड़ी थी।</translation>
    </message>
    <message>
        <source>{path} is no longer there; save the photo to have it again.</source>
        <translation>{path} अब वहाँ नहीं है; फ़ोटो फिर से पाने के लिए उसे सहेजें।</translation>
    </message>
    <message>
        <source>The file was changed since: what you see began from the photo as you opened it.</source>
        <translation>फ़ाइल तब से बदल गई है: जो आप देख रहे हैं, वह उस फ़ोटो से बना है जो आपने खोली थी।</translation>
    </message>
    <message>
        <source>What was kept of your last session is damaged and cannot be brought back; it is in {path}.</source>
        <translation>आपके पिछले सत्र का जो सुरक्षित रखा गया था, वह क्षतिग्रस्त है और वापस नहीं लाया जा सकता; वह {path} में है।</translation>
    </message>
</context>
<context>
    <name>RepairFlow</name>
    <message>
        <source>A repair is running: wait for it or cancel it first.</source>
        <translation>एक सुधार चल रहा है: पहले उसके पूरा होने की प्रतीक्षा करें या उसे रद्द करें।</translation>
    </message>
    <message>
        <source>Nothing is marked yet: paint over the damage first, then repair it.</source>
        <translation>अभी कुछ चिह्नित नहीं है: पहले नुकसान पर पेंट करें, फिर सुधारें।</translation>
    </message>
    <message>
        <source>Nothing is being repaired that this could follow.</source>
        <translation>कोई सुधार नहीं चल रहा जिसके बाद यह हो सके।</translation>
    </message>
    <message>
        <source>All that is marked is being repaired, or waits to be: paint the next first.</source>
        <translation>जो भी चिह्नित है, वह सुधारा जा रहा है या प्रतीक्षा में है: पहले अगली जगह पर पेंट करें।</translation>
    </message>
    <message>
        <source>There is no repair yet whose settings could be used again.</source>
        <translation>अभी ऐसा कोई सुधार नहीं है जिसकी सेटिंग फिर से काम में ली जा सके।</translation>
    </message>
    <message>
        <source>The settings are those of that repair now: paint over damage and repair it.</source>
        <translation>अब सेटिंग उस सुधार की है: नुकसान पर पेंट करें और सुधारें।</translation>
    </message>
    <message numerus="yes">
        <source>Repaired in {seconds} s, %n step(s), seed {seed}</source>
        <translation>
            <numerusform>{seconds} सेकंड में सुधारा गया, %n चरण, सीड {seed}</numerusform>
            <numerusform>{seconds} सेकंड में सुधारा गया, %n चरण, सीड {seed}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The repair was cancelled, and %n that waited: photo and mask are as they were.</source>
        <translation>
            <numerusform>सुधार रद्द किया गया, और प्रतीक्षा में रहा %n भी: फ़ोटो और मास्क पहले जैसे हैं।</numerusform>
            <numerusform>सुधार रद्द किया गया, और प्रतीक्षा में रहे %n भी: फ़ोटो और मास्क पहले जैसे हैं।</numerusform>
        </translation>
    </message>
    <message>
        <source>The repair was cancelled: photo and mask are as they were.</source>
        <translation>सुधार रद्द किया गया: फ़ोटो और मास्क पहले जैसे हैं।</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings in {path} cannot be read ({reason}): the defaults are used.</source>
        <translation>{path} की सेटिंग पढ़ी नहीं जा सकी ({reason}): डिफ़ॉल्ट काम में लिए जा रहे हैं।</translation>
    </message>
    <message>
        <source>The settings in {path} are damaged, so the defaults are used.</source>
        <translation>{path} की सेटिंग क्षतिग्रस्त हैं, इसलिए डिफ़ॉल्ट काम में लिए जा रहे हैं।</translation>
    </message>
    <message>
        <source>The settings were damaged, so the defaults are used; the old file is {path}.</source>
        <translation>सेटिंग क्षतिग्रस्त थी, इसलिए डिफ़ॉल्ट काम में लिए जा रहे हैं; पुरानी फ़ाइल {path} है।</translation>
    </message>
    <message>
        <source>The settings could not be saved in {path} ({reason}).</source>
        <translation>सेटिंग {path} में सहेजी नहीं जा सकी ({reason})।</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Best there is</source>
        <translation>जो सबसे अच्छा हो</translation>
    </message>
    <message>
        <source>Main processor (CPU)</source>
        <translation>मुख्य प्रोसेसर (CPU)</translation>
    </message>
    <message>
        <source>NVIDIA graphics card (CUDA)</source>
        <translation>NVIDIA ग्राफ़िक्स कार्ड (CUDA)</translation>
    </message>
    <message>
        <source>Apple graphics (MPS)</source>
        <translation>Apple ग्राफ़िक्स (MPS)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>सिस्टम के अनुसार</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>हल्का</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>गहरा</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>सेटिंग</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translation>गणना कहाँ हो</translation>
    </message>
    <message>
        <source>Where repairs are computed, from the next one on.</source>
        <translation>सुधार की गणना कहाँ होती है, अगले सुधार से।</translation>
    </message>
    <message>
        <source>History in memory</source>
        <translation>मेमोरी में इतिहास</translation>
    </message>
    <message>
        <source>Older states of a photo beyond this are put on disk.</source>
        <translation>इससे अधिक होने पर फ़ोटो की पुरानी स्थितियाँ डिस्क पर रखी जाती हैं।</translation>
    </message>
    <message>
        <source>Usual method</source>
        <translation>सामान्य विधि</translation>
    </message>
    <message>
        <source>What is chosen when the editor starts.</source>
        <translation>संपादक शुरू होने पर क्या चुना हो।</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>रंग</translation>
    </message>
    <message>
        <source>Light or dark windows.</source>
        <translation>हल्की या गहरी विंडो।</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>That of the window, from the next start on.</source>
        <translation>विंडो की भाषा, अगली बार शुरू होने से।</translation>
    </message>
    <message>
        <source>{device}: not found here</source>
        <translation>{device}: यहाँ नहीं मिला</translation>
    </message>
</context>
<context>
    <name>Spill</name>
    <message>
        <source>Old states of the history cannot be put on disk and stay in memory: {reason}</source>
        <translation>इतिहास की पुरानी स्थितियाँ डिस्क पर नहीं रखी जा सकतीं और मेमोरी में रहती हैं: {reason}</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>adding texture</source>
        <translation>बनावट जोड़ी जा रही है</translation>
    </message>
    <message>
        <source>enlarging</source>
        <translation>बड़ा किया जा रहा है</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>मॉडल लोड हो रहा है</translation>
    </message>
    <message>
        <source>looking for damage</source>
        <translation>नुकसान खोजा जा रहा है</translation>
    </message>
    <message>
        <source>repairing</source>
        <translation>सुधारा जा रहा है</translation>
    </message>
    <message>
        <source>repairing blindly</source>
        <translation>बिना मास्क सुधारा जा रहा है</translation>
    </message>
    <message>
        <source>sketching at {scale} size</source>
        <translation>{scale} आकार पर रूपरेखा</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>about a second left</source>
        <translation>लगभग एक सेकंड शेष</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>लगभग %n सेकंड शेष</numerusform>
            <numerusform>लगभग %n सेकंड शेष</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>लगभग %n मिनट शेष</numerusform>
            <numerusform>लगभग %n मिनट शेष</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>लगभग %n घंटा शेष</numerusform>
            <numerusform>लगभग %n घंटे शेष</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToolActions</name>
    <message>
        <source>Grow mask by {pixels} px</source>
        <translation>मास्क {pixels} px बढ़ाएँ</translation>
    </message>
    <message>
        <source>Shrink mask by {pixels} px</source>
        <translation>मास्क {pixels} px घटाएँ</translation>
    </message>
    <message>
        <source>Grow and shrink</source>
        <translation>बढ़ाएँ और घटाएँ</translation>
    </message>
    <message>
        <source>Pixels to grow and shrink the mask by:</source>
        <translation>मास्क कितने पिक्सेल बढ़ाना और घटाना है:</translation>
    </message>
</context>
<context>
    <name>ToolOptions</name>
    <message>
        <source>Hardness  ({ and })
Masks are exact: no pixel is half marked. Below 100 % the brush covers ever less towards its edge,
and what it covers by half or more is marked: the solid circle.</source>
        <translation>कठोरता  ({ और })
मास्क सटीक होते हैं: कोई पिक्सेल आधा चिह्नित नहीं होता। 100 % से नीचे ब्रश किनारे की ओर कम ढकता जाता है,
और जिसे वह आधा या अधिक ढकता है, वह चिह्नित होता है: पूरी रेखा वाला वृत्त।</translation>
    </message>
    <message>
        <source>How much red, green and blue may each differ from the pixel you click, of 255</source>
        <translation>क्लिक किए गए पिक्सेल से लाल, हरा और नीला अलग-अलग कितना भिन्न हो सकता है, 255 में से</translation>
    </message>
    <message>
        <source>Only what is connected to the pixel you click; else wherever in the photo it is</source>
        <translation>केवल वह जो क्लिक किए गए पिक्सेल से जुड़ा है; नहीं तो फ़ोटो में जहाँ भी हो</translation>
    </message>
    <message>
        <source>Draw around the damage</source>
        <translation>नुकसान के चारों ओर रेखा खींचें</translation>
    </message>
    <message>
        <source>Click corners; double click closes</source>
        <translation>कोनों पर क्लिक करें; डबल क्लिक बंद करता है</translation>
    </message>
    <message>
        <source>Drag from corner to corner</source>
        <translation>एक कोने से दूसरे कोने तक खींचें</translation>
    </message>
    <message>
        <source>Click a marked piece to remove it</source>
        <translation>हटाने के लिए चिह्नित हिस्से पर क्लिक करें</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>आकार</translation>
    </message>
    <message>
        <source>Brush size  ([ and ], or Shift and the wheel)</source>
        <translation>ब्रश का आकार  ([ और ], या Shift और माउस व्हील)</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>कठोरता</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>सहनशीलता</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>जुड़ा हुआ</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Brush</source>
        <translation>ब्रश</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>इरेज़र</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>लैसो</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>बहुभुज</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>आयत</translation>
    </message>
    <message>
        <source>Similar colour</source>
        <translation>मिलता-जुलता रंग</translation>
    </message>
    <message>
        <source>Remove a piece</source>
        <translation>एक हिस्सा हटाया</translation>
    </message>
    <message>
        <source>{tool}, removed</source>
        <translation>{tool}, हटाया</translation>
    </message>
</context>
<context>
    <name>VariantsFlow</name>
    <message>
        <source>Variants are being made: wait for them or cancel them first.</source>
        <translation>विकल्प बनाए जा रहे हैं: पहले उनके पूरा होने की प्रतीक्षा करें या उन्हें रद्द करें।</translation>
    </message>
    <message>
        <source>There are variants to choose from: take one of them, or discard them, first.</source>
        <translation>चुनने के लिए विकल्प हैं: पहले उनमें से एक लें, या उन्हें छोड़ दें।</translation>
    </message>
    <message>
        <source>The variants that were finished are kept: use one of them, or click Discard.</source>
        <translation>जो विकल्प पूरे हुए वे रखे गए हैं: उनमें से एक लें, या “छोड़ें” पर क्लिक करें।</translation>
    </message>
    <message>
        <source>The variants were discarded: photo and mask are as they were.</source>
        <translation>विकल्प छोड़ दिए गए: फ़ोटो और मास्क पहले जैसे हैं।</translation>
    </message>
    <message>
        <source>The repair was cancelled: photo and mask are as they were.</source>
        <translation>सुधार रद्द किया गया: फ़ोटो और मास्क पहले जैसे हैं।</translation>
    </message>
</context>
<context>
    <name>VariantsPanel</name>
    <message>
        <source>Amber: where the variants differ</source>
        <translation>अंबर रंग: जहाँ विकल्प भिन्न हैं</translation>
    </message>
    <message>
        <source>How much was invented</source>
        <translation>कितना रचा गया</translation>
    </message>
    <message>
        <source>Shows where the variants differ: the brighter, the more freely it was invented</source>
        <translation>दिखाता है कि विकल्प कहाँ भिन्न हैं: जितना चमकीला, उतना ही मुक्त रूप से रचा गया</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>इसे लें</translation>
    </message>
    <message>
        <source>Take the variant that is shown into the photo  (Enter)</source>
        <translation>दिखाए गए विकल्प को फ़ोटो में लें  (Enter)</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>छोड़ें</translation>
    </message>
    <message>
        <source>Leave photo and mask as they were  (Esc)</source>
        <translation>फ़ोटो और मास्क को पहले जैसा छोड़ें  (Esc)</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>विकल्प</translation>
    </message>
    <message>
        <source>{finished} of {count} variants are finished</source>
        <translation>{count} में से {finished} विकल्प पूरे हुए</translation>
    </message>
    <message>
        <source>Choose one of {count} variants</source>
        <translation>{count} विकल्पों में से एक चुनें</translation>
    </message>
    <message>
        <source>One variant was finished</source>
        <translation>एक विकल्प पूरा हुआ</translation>
    </message>
    <message>
        <source>Variant {number}: seed {seed}</source>
        <translation>विकल्प {number}: सीड {seed}</translation>
    </message>
    <message>
        <source>Variant {number}</source>
        <translation>विकल्प {number}</translation>
    </message>
</context>
<context>
    <name>VariantsTask</name>
    <message>
        <source>variant {number} of {count}: {stage}</source>
        <translation>{count} में से विकल्प {number}: {stage}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop a damaged photo here</source>
        <translation>ख़राब हुई फ़ोटो यहाँ छोड़ें</translation>
    </message>
    <message>
        <source>Paint over the damage, press Repair, and save: nothing else in the photo changes.</source>
        <translation>नुकसान पर पेंट करें, “सुधारें” दबाएँ और सहेजें: फ़ोटो में और कुछ नहीं बदलता।</translation>
    </message>
    <message>
        <source>Open a photo…</source>
        <translation>फ़ोटो खोलें…</translation>
    </message>
    <message>
        <source>Try the sample photo</source>
        <translation>नमूना फ़ोटो आज़माएँ</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>पिछली बार खोली गई</translation>
    </message>
</context>
</TS>
