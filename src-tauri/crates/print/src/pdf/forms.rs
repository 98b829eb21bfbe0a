//! Pages that others refer to, each written once: form `XObjects`.

use std::sync::Arc;

use lopdf::{Dictionary, Document, Object, dictionary};
use sha2::{Digest as _, Sha256};

use crate::error::Error;
use crate::page::{Mark, Page};
use crate::pdf::content;
use crate::pdf::fonts::Fonts;
use crate::pdf::{POINTS, compressed, real};

/// Every page that others refer to, those first that refer to none.
pub(crate) struct Forms(Vec<Arc<Page>>);

impl Forms {
    pub(crate) fn used_by(pages: &[Page]) -> Self {
        let mut forms = Vec::new();
        pages.iter().for_each(|page| gather(page, &mut forms));
        Self(forms)
    }

    /// The pages themselves.
    pub(crate) fn pages(&self) -> impl Iterator<Item = &Page> {
        self.0.iter().map(Arc::as_ref)
    }

    /// The name of a page in the resources.
    pub(crate) fn name(&self, whole: &Arc<Page>) -> Option<String> {
        let at = self.0.iter().position(|form| Arc::ptr_eq(form, whole))?;
        Some(format!("D{at}"))
    }

    /// Writes them and returns them by resource name.
    pub(crate) fn write(
        &self,
        document: &mut Document,
        (fonts, font_resources): (&Fonts, &Dictionary),
        identity: &mut Sha256,
    ) -> Result<Dictionary, Error> {
        let mut resources = Dictionary::new();
        for (at, page) in self.0.iter().enumerate() {
            let bytes = content::draw_shared(page, fonts, self);
            identity.update(&bytes);
            let corners: Vec<Object> = vec![
                0.into(),
                0.into(),
                real(page.width_mm * POINTS),
                real(page.height_mm * POINTS),
            ];
            let mut own = dictionary! { "Font" => font_resources.clone() };
            if !resources.is_empty() {
                own.set("XObject", resources.clone());
            }
            let form = compressed(
                dictionary! {
                    "Type" => "XObject",
                    "Subtype" => "Form",
                    "BBox" => corners,
                    "Resources" => own,
                },
                &bytes,
            )?;
            resources.set(format!("D{at}"), document.add_object(form));
        }
        Ok(resources)
    }
}

fn gather(page: &Page, forms: &mut Vec<Arc<Page>>) {
    for item in &page.items {
        if let Mark::Drawing(drawing) = &item.mark {
            let whole = &drawing.whole;
            if !forms.iter().any(|form| Arc::ptr_eq(form, whole)) {
                gather(whole, forms);
                forms.push(Arc::clone(whole));
            }
        }
    }
}
