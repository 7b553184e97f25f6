namespace AiFixer.Plugins.Runbooks;

/// <summary>Where the runbooks are.</summary>
public sealed class RunbookOptions
{
    /// <summary>A folder of Markdown files, with folders below it.</summary>
    public string? Folder { get; set; }

    internal IEnumerable<string> Problems(string key)
    {
        if (!string.IsNullOrEmpty(Folder) && !Directory.Exists(Folder))
            yield return $"{key}:{nameof(Folder)}: there is no folder '{Folder}'";
    }
}
