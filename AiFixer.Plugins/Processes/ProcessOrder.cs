namespace AiFixer.Plugins.Processes;

/// <summary>What to run and within which bounds. There is no shell: the words reach the program as they are.</summary>
/// <param name="Program">A program's full path, or its name, looked up in the system's folders alone.</param>
/// <param name="Arguments">Its arguments, one by one.</param>
internal sealed record ProcessOrder(string Program, params IReadOnlyList<string> Arguments)
{
    /// <summary>When it is ended, with everything it started.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes kept of each of its two streams; what is over is read and dropped.</summary>
    public int MaxOutputBytes { get; init; } = 128 * 1024;

    /// <summary>End it when a stream is full: for programs that only tell.</summary>
    public bool EndWhenFull { get; init; }

    /// <summary>All it sees of an environment besides the search path and the language.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public string Folder { get; init; } = "/";

    /// <summary>Asked right before it starts.</summary>
    public Func<bool> MayLeave { get; init; } = static () => true;
}
