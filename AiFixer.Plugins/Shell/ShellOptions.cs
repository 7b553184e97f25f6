using AiFixer.Plugins.Connections;

namespace AiFixer.Plugins.Shell;

/// <summary>Which programs may be run on the machine this runs on, and in which shapes.</summary>
public sealed class ShellOptions
{
    /// <summary>Offers <c>shell.exec</c> with the shapes that come with AiFixer.</summary>
    public bool Enabled { get; set; }

    /// <summary>More shapes of commands that only read, such as <c>systemctl status {unit}</c>.</summary>
    public List<string> Read { get; init; } = [];

    /// <summary>Shapes of commands that change something; <c>shell.exec_write</c> is offered when there are any.</summary>
    public List<string> Write { get; init; } = [];

    /// <summary>Folders whose files may be read, for <c>{path}</c>.</summary>
    public List<string> Folders { get; init; } = [];

    /// <summary>How long a command that changes something may run.</summary>
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromMinutes(2);

    internal IEnumerable<string> Problems(string key) =>
    [
        .. ShapeProblems($"{key}:{nameof(Read)}", Read),
        .. ShapeProblems($"{key}:{nameof(Write)}", Write),
        .. Folders.Index().Where(f => !Path.IsPathFullyQualified(f.Item) || Path.GetFullPath(f.Item) == "/")
            .Select(f => $"{key}:{nameof(Folders)}:{f.Index}: must be the full path of a folder, and not all of them"),
        .. OptionLimits.Duration($"{key}:{nameof(WriteTimeout)}", WriteTimeout, TimeSpan.FromMinutes(50)),
    ];

    private static IEnumerable<string> ShapeProblems(string key, List<string> shapes) => shapes.Index()
        .Select(s => (s.Index, CommandShape.Parse(s.Item).Error))
        .Where(s => s.Error is not null)
        .Select(s => $"{key}:{s.Index}: {s.Error}");
}
