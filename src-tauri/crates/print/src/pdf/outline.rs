//! The outline: the titles of the pages, to go to one of many.

use lopdf::{Document, Object, ObjectId, dictionary};

use crate::page::Page;
use crate::pdf::{integer, text};

/// The most pages that are found without an outline.
const FEW_PAGES: usize = 4;

/// Writes the outline and returns its root; `None` when there are few pages.
pub(crate) fn write(
    document: &mut Document,
    pages: &[Page],
    page_ids: &[ObjectId],
) -> Option<ObjectId> {
    if pages.len() <= FEW_PAGES {
        return None;
    }
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = pages.iter().map(|_| document.new_object_id()).collect();
    for (index, (page, page_id)) in pages.iter().zip(page_ids).enumerate() {
        let mut item = dictionary! {
            "Title" => text(&page.title),
            "Parent" => root,
            "Dest" => vec![Object::Reference(*page_id), "Fit".into()],
        };
        if let Some(before) = index.checked_sub(1) {
            item.set("Prev", ids[before]);
        }
        if let Some(next) = ids.get(index + 1) {
            item.set("Next", *next);
        }
        document
            .objects
            .insert(ids[index], Object::Dictionary(item));
    }
    let (first, last) = (*ids.first()?, *ids.last()?);
    let outlines = dictionary! {
        "Type" => "Outlines",
        "First" => first,
        "Last" => last,
        "Count" => integer(ids.len()),
    };
    document.objects.insert(root, Object::Dictionary(outlines));
    Some(root)
}
