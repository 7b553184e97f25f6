using AiFixer.Hosting.Configuration;
using AiFixer.Storage.Retention;

namespace AiFixer.Hosting.Settings;

/// <summary>Reads the section <c>Retention</c>.</summary>
internal static class RetentionSettings
{
    private static readonly RetentionOptions Defaults = new();

    public static RetentionOptions Read(SettingsReader root)
    {
        var settings = root.Section(RetentionOptions.Section);
        return new()
        {
            ArchiveAfterDays = settings.Number(nameof(RetentionOptions.ArchiveAfterDays), Defaults.ArchiveAfterDays, 0, 36_500),
            Folder = settings.Text(nameof(RetentionOptions.Folder)),
            Every = settings.Duration(nameof(RetentionOptions.Every), Defaults.Every, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
            Piece = settings.Number(nameof(RetentionOptions.Piece), Defaults.Piece, 1, 200),
            Pause = settings.Duration(nameof(RetentionOptions.Pause), Defaults.Pause, TimeSpan.Zero, TimeSpan.FromMinutes(1)),
            FileSize = settings.Number(nameof(RetentionOptions.FileSize), Defaults.FileSize, 1, 10_000),
        };
    }
}
