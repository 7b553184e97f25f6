namespace AiFixer.Storage.Migrations;

/// <summary>One step from one schema to the next. Steps that were released are never changed.</summary>
internal sealed record Migration(int Number, string Name, IReadOnlyList<string> Statements);
