namespace AiFixer.Storage.Reading;

/// <summary>A stretch of the index that lists walk: one status and severity, or everything.</summary>
internal readonly record struct ListPart(string? Status, string? Severity)
{
    public bool IsEverything => Status is null;
}
