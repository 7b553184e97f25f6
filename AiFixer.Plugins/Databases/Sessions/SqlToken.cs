namespace AiFixer.Plugins.Databases;

/// <summary>A piece of a statement and where it ends.</summary>
internal readonly record struct SqlToken(SqlTokenKind Kind, int End);
