using AiFixer.Storage.Databases;
using AiFixer.Storage.Migrations;

namespace AiFixer.Storage.Documents;

/// <summary>
/// The tables of documents. A row of <c>document_changes</c> is never changed; <c>documents</c> says which of them is the
/// newest of each document, and <c>document_kinds</c> counts, and makes writers of one kind take turns.
/// </summary>
internal static class DocumentTables
{
    public static IReadOnlyList<Table> Tables { get; } =
    [
        new("document_kinds", "kind", "revision"),
        new("documents", "kind", "name", "version", "present"),
        new("document_changes", "kind", "name", "version", "revision", "body", "author", "author_name", "note", "changed_at"),
    ];

    public static Migration Step(int number, Dialect d) => new(number, "documents",
    [
        $"create table document_kinds (kind {d.Text} not null primary key, revision {d.Number} not null) {d.ByKey}",
        $"""
        create table documents (
            kind {d.Text} not null,
            name {d.Text} not null,
            version {d.Number} not null,
            present {d.Number} not null,
            primary key (kind, name)) {d.ByKey}
        """,
        $"""
        create table document_changes (
            kind {d.Text} not null,
            name {d.Text} not null,
            version {d.Number} not null,
            revision {d.Number} not null,
            body {d.Text},
            author {d.Text} not null,
            author_name {d.Text} not null,
            note {d.Text} not null,
            changed_at {d.Number} not null,
            primary key (kind, name, version))
        """,
        "create unique index document_changes_revision on document_changes (kind, revision)",
    ]);
}
