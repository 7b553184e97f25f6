namespace AiFixer.Storage.Migrations;

/// <summary>A table and the columns that this program uses.</summary>
internal sealed record Table(string Name, params IReadOnlyList<string> Columns);
