//! The structure that a reader follows: headings, paragraphs, lists, figures.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::language::Language;
use crate::page::{Node, NodeId, Page, Role};
use crate::pdf::{Marks, POINTS, integer, real, text};

/// Writes the structure tree and returns its root.
pub(crate) fn write(
    document: &mut Document,
    nodes: &[Node],
    pages: &[Page],
    marks: &[Marks],
    language: Language,
) -> ObjectId {
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = nodes.iter().map(|_| document.new_object_id()).collect();
    let kept = kept(nodes, marks);
    let mut kids: Vec<Vec<Object>> = nodes.iter().map(|_| Vec::new()).collect();
    let mut pages_of: Vec<Option<usize>> = vec![None; nodes.len()];
    for (page, (_, contents)) in marks.iter().enumerate() {
        for (number, node) in contents.iter().enumerate() {
            let first = *pages_of[node.0].get_or_insert(page);
            kids[node.0].push(if page == first {
                integer(number)
            } else {
                // What goes on overleaf says so.
                let place = dictionary! { "Type" => "MCR", "Pg" => marks[page].0, "MCID" => integer(number) };
                place.into()
            });
        }
    }
    // Whoever looks for the tables of a page finds them: what holds something is where the first of it is.
    let marked: Vec<bool> = pages_of.iter().map(Option::is_some).collect();
    for (index, node) in nodes.iter().enumerate().rev() {
        if let (Some(page), Some(parent)) = (pages_of[index], node.parent)
            && !marked[parent.0]
        {
            let of = &mut pages_of[parent.0];
            *of = Some(of.map_or(page, |other| other.min(page)));
        }
    }
    for (index, node) in nodes.iter().enumerate() {
        if let Some(parent) = node.parent.filter(|_| kept[index]) {
            kids[parent.0].push(ids[index].into());
        }
    }
    for (index, node) in nodes.iter().enumerate() {
        if !kept[index] {
            continue;
        }
        let mut element = dictionary! {
            "S" => name(node.role),
            "P" => node.parent.map_or(root, |parent| ids[parent.0]),
        };
        match kids[index].as_slice() {
            [] => {}
            [kid] => element.set("K", kid.clone()),
            kids => element.set("K", Object::Array(kids.to_vec())),
        }
        if let Some(page) = pages_of[index] {
            element.set("Pg", marks[page].0);
        }
        if node.parent.is_none() {
            element.set("Lang", text(language.tag()));
        }
        if node.role == Role::List {
            element.set(
                "A",
                dictionary! { "O" => "List", "ListNumbering" => "Decimal" },
            );
        }
        if node.role == Role::HeadCell {
            element.set("A", dictionary! { "O" => "Table", "Scope" => "Column" });
        }
        if let Some((alt, area)) = &node.figure {
            let page = pages_of[index].and_then(|page| pages.get(page));
            let page_height = page.map_or(0.0, |page| page.height_mm);
            element.set("Alt", text(alt));
            let corners = [
                area.x,
                page_height - area.y - area.height,
                area.x + area.width,
                page_height - area.y,
            ];
            let corners: Vec<Object> = corners
                .iter()
                .map(|&length| real(length * POINTS))
                .collect();
            element.set(
                "A",
                dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => corners },
            );
        }
        document
            .objects
            .insert(ids[index], Object::Dictionary(element));
    }
    let mut numbers = Vec::new();
    for (index, (_, contents)) in marks.iter().enumerate() {
        numbers.push(integer(index));
        numbers.push(Object::Array(
            contents.iter().map(|node| ids[node.0].into()).collect(),
        ));
    }
    let parents = document.add_object(dictionary! { "Nums" => numbers });
    let mut tree: Dictionary = dictionary! {
        "Type" => "StructTreeRoot",
        "ParentTree" => parents,
        "ParentTreeNextKey" => integer(marks.len()),
    };
    if let Some(document) = ids.first() {
        tree.set("K", *document);
    }
    document.objects.insert(root, Object::Dictionary(tree));
    root
}

/// Which nodes have anything in them.
fn kept(nodes: &[Node], marks: &[Marks]) -> Vec<bool> {
    let mut kept = vec![false; nodes.len()];
    let mut keep = |node: NodeId| {
        let mut next = Some(node);
        while let Some(node) = next {
            kept[node.0] = true;
            next = nodes[node.0].parent;
        }
    };
    keep(NodeId(0));
    // A cell to write in is empty, and still a cell.
    let cells = nodes
        .iter()
        .enumerate()
        .filter(|(_, node)| node.role == Role::Cell);
    cells.for_each(|(at, _)| keep(NodeId(at)));
    for (_, contents) in marks {
        contents.iter().for_each(|&node| keep(node));
    }
    kept
}

const fn name(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Section => "Sect",
        Role::Heading1 => "H1",
        Role::Heading2 => "H2",
        Role::Heading3 => "H3",
        Role::Paragraph => "P",
        Role::BlockQuote => "BlockQuote",
        Role::List | Role::PlainList => "L",
        Role::ListItem => "LI",
        Role::Label => "Lbl",
        Role::ListBody => "LBody",
        Role::Figure => "Figure",
        Role::Table => "Table",
        Role::Row => "TR",
        Role::HeadCell => "TH",
        Role::Cell => "TD",
    }
}
