/// The ST/GS family of ASCII scales: A&D (`ST,+0001.234 kg`), AD-4404 (`ST,GS,+0012.34kg`), Dini Argeo
/// (`ST,GS,   1.234,kg`) and CAS 22 bytes (`ST,GS,` device, lamps, `,   1.234 kg`). The scale streams, the driver
/// listens; `Z` CRLF and `T` CRLF zero and tare (A&D, CAS; Dini Argeo spells them `ZERO` and `TARE`).
///
/// Sources: the makers' manuals, A&D standard format (HV-G/HW-G series), AD-4404 weighing indicator, Dini Argeo
/// `DFW` transmission strings, CAS CI series 22-byte format; https://www.aandd.jp, https://www.diniargeo.com,
/// https://www.globalcas.com.
///
/// Last tested on real hardware: never.
package fr.lamine.hardware.scale.stgs;
