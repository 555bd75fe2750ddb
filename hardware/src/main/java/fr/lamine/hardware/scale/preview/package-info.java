/// What a scale on a wire says, before anybody has said which protocol it speaks: every decoder reads along, and people
/// choose the line that shows what the display of the scale shows.
package fr.lamine.hardware.scale.preview;
