/// What a controller is shown and handed out (*contrôle*): the state of the journal, the last closings, and archives.
///
/// Invariants: handing out is itself an entry of the journal; an archive is never written over another file; nothing
/// here changes what was recorded.
package fr.lamine.pos.control;
