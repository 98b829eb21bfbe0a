//! The words of the smaller sheets.

use crate::words::words;

words! {
    /// The words of the note sheet in one language.
    NoteSheetWords {
        title = "print.notes.title",
        table = "print.notes.table",
        hint = "print.notes.hint",
        order = "print.notes.order",
        kind = "print.notes.kind",
        surprise = "print.notes.surprise",
        surprise_start = "print.notes.surprise_start",
        opportunity = "print.notes.opportunity",
        opportunity_start = "print.notes.opportunity_start",
        challenge = "print.notes.challenge",
        challenge_start = "print.notes.challenge_start",
        card = "print.notes.card",
        number = "print.notes.number",
        text = "print.notes.text",
    }
}

words! {
    /// The words of the vote sheet in one language.
    VoteSheetWords {
        title = "print.votes.title",
        table = "print.votes.table",
        hint = "print.votes.hint",
        perspectives = "print.votes.perspectives",
        count = "print.votes.count",
        choice = "print.votes.choice",
        card_1 = "print.votes.card_1",
        card_2 = "print.votes.card_2",
        card_3 = "print.votes.card_3",
        people = "print.votes.people",
        people_hint = "print.votes.people_hint",
        name = "print.votes.name",
        slips = "print.votes.slips",
        slips_hint = "print.votes.slips_hint",
        slip = "print.votes.slip",
        slip_hint = "print.votes.slip_hint",
    }
}

words! {
    /// The words of the table sheet in one language.
    TableSheetWords {
        title = "print.table.title",
        table = "print.table.table",
        hint = "print.table.hint",
        people = "print.table.people",
        name = "print.table.name",
        role = "print.table.role",
        choice = "print.table.choice",
        code = "print.table.code",
        perspective = "print.table.perspective",
        clusters = "print.table.clusters",
        clusters_hint = "print.table.clusters_hint",
        cluster = "print.table.cluster",
        numbers = "print.table.numbers",
        ideas = "print.table.ideas",
        ideas_hint = "print.table.ideas_hint",
        idea_from = "print.table.idea_from",
        idea = "print.table.idea",
        dots = "print.table.dots",
        next = "print.table.next",
    }
}

words! {
    /// The words of the agreement card in one language.
    AgreementCardWords {
        title = "print.agreement.title",
        proposal = "print.agreement.proposal",
        who = "print.agreement.who",
        what = "print.agreement.what",
        with_whom = "print.agreement.with_whom",
        by_when = "print.agreement.by_when",
        visible = "print.agreement.visible",
        hears_back = "print.agreement.hears_back",
        sign_who = "print.agreement.sign_who",
        sign_table = "print.agreement.sign_table",
    }
}

words! {
    /// The words of the cover sheet in one language.
    CoverSheetWords {
        title = "print.cover.title",
        lead = "print.cover.lead",
        what = "print.cover.what",
        paper = "print.cover.paper",
        how = "print.cover.how",
        one_sided = "print.cover.one_sided",
        two_sided = "print.cover.two_sided",
        colour = "print.cover.colour",
        grey = "print.cover.grey",
        copies = "print.cover.copies",
        times = "print.cover.times",
        sheets = "print.cover.sheets",
        pile = "print.cover.pile",
        millimetres = "print.cover.millimetres",
        total = "print.cover.total",
        on_paper = "print.cover.on_paper",
        pile_hint = "print.cover.pile_hint",
        before = "print.cover.before",
        before_test = "print.cover.before_test",
        before_scale = "print.cover.before_scale",
        before_sides = "print.cover.before_sides",
        before_a1 = "print.cover.before_a1",
    }
}

words! {
    /// The words of the test page in one language.
    TestPageWords {
        title = "print.test.title",
        lead = "print.test.lead",
        ruler = "print.test.ruler",
        ruler_hint = "print.test.ruler_hint",
        frame = "print.test.frame",
        frame_hint = "print.test.frame_hint",
        grey = "print.test.grey",
        grey_hint = "print.test.grey_hint",
        hatch = "print.test.hatch",
        hatch_hint = "print.test.hatch_hint",
        colours = "print.test.colours",
        colours_hint = "print.test.colours_hint",
        surprise = "print.test.surprise",
        opportunity = "print.test.opportunity",
        challenge = "print.test.challenge",
        gather = "print.test.gather",
        browse = "print.test.browse",
        converge = "print.test.converge",
        change = "print.test.change",
        text = "print.test.text",
        text_hint = "print.test.text_hint",
        text_sample = "print.test.text_sample",
        tile = "print.test.tile",
        tile_hint = "print.test.tile_hint",
        tile_cut = "print.test.tile_cut",
        tile_lay = "print.test.tile_lay",
    }
}
