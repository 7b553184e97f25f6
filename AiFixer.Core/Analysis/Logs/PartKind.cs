namespace AiFixer.Core.Analysis.Logs;

/// <summary>What a part of a word is.</summary>
internal enum PartKind
{
    Text,
    Number,
    Id,
}
