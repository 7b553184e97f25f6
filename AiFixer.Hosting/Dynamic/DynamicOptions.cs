using AiFixer.Hosting.Configuration;

namespace AiFixer.Hosting.Dynamic;

/// <summary>How settings that people change at run time are followed. The section <c>DynamicSettings</c>.</summary>
public sealed record DynamicOptions
{
    public const string Section = "DynamicSettings";

    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    /// <summary>How often it is looked whether another process changed one: 100 ms to 5 s.</summary>
    public TimeSpan RefreshEvery { get; init; } = TimeSpan.FromSeconds(2);

    internal static DynamicOptions Read(SettingsReader root) => new()
    {
        RefreshEvery = root.Section(Section).Duration(nameof(RefreshEvery), new DynamicOptions().RefreshEvery, Least, Most),
    };
}
