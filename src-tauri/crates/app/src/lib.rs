//! The use cases: dispatch, roles, views for each caller, posters.
