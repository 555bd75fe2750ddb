/// MT-SICS of Mettler-Toledo, spoken as KCP by KERN: the driver asks `SI`, the scale answers
/// `S S      1.234 kg`. Asked every 150 ms, since KCP scales want 100 ms between questions.
///
/// Sources: MT-SICS reference manual, level 0 and 1 (https://www.mt.com); KERN communications protocol
/// (https://www.kern-sohn.com).
///
/// Last tested on real hardware: never.
package fr.lamine.hardware.scale.mtsics;
