using AiFixer.Hosting.Configuration;

namespace AiFixer.Hosting.Playbooks;

/// <summary>Where shipped playbooks come from. The section <c>Playbooks</c>.</summary>
public sealed record PlaybookOptions
{
    public const string Section = "Playbooks";

    /// <summary>The folder with the files that the first start takes over; those beside the program when empty.</summary>
    public string Folder { get; init; } = "";

    public PlaybookFiles Files => new(Folder.Length == 0 ? PlaybookFiles.Default : Folder);

    public static PlaybookOptions Read(SettingsReader root)
    {
        var section = root.Section(Section);
        var folder = section.Text(nameof(Folder)) ?? "";
        if (folder.Length > 0 && !Directory.Exists(folder))
            root.Problems.Add(section.Key(nameof(Folder)), $"names a folder that is not there: {folder}");
        return new() { Folder = folder };
    }
}
