/// The scale as a counter uses it (*balance du comptoir*): which of its readings may be recorded.
///
/// Invariant: what is recorded is the server's own current reading, stable and fresh, never a number sent by a page.
package fr.lamine.pos.scale;
