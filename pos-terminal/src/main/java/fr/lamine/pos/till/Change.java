package fr.lamine.pos.till;

import fr.lamine.pos.station.Answer;

/// What a rule makes of the open ticket: the ticket as it stands then, and what is said.
///
/// @param ticket the same ticket when the answer is a refusal
record Change(OpenTicket ticket, Answer answer) {

    static Change done(OpenTicket ticket, String sentence) {
        return new Change(ticket, Answer.done(sentence));
    }

    static Change refused(OpenTicket ticket, Answer.Refused no) {
        return new Change(ticket, no);
    }

    /// The question is remembered with the ticket: the same thing done once more is a yes.
    static Change asked(OpenTicket ticket, Answer.Asked question) {
        return new Change(ticket.asking(key(question)), question);
    }

    static String key(Answer.Asked question) {
        return question.question() + " " + question.subject();
    }
}
