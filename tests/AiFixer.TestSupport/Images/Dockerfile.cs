namespace AiFixer.TestSupport;

/// <summary>A Dockerfile, as far as it can be read without a builder.</summary>
public sealed class Dockerfile
{
    private Dockerfile(string path, IReadOnlyList<DockerInstruction> instructions) => (Path, Instructions) = (path, instructions);

    public string Path { get; }

    public IReadOnlyList<DockerInstruction> Instructions { get; }

    /// <summary>The images of its stages, first to last.</summary>
    public IReadOnlyList<string> Stages => [.. All("FROM").Select(from => from.Split(' ')[0])];

    /// <summary>Those of the last stage, which is the image.</summary>
    public IReadOnlyList<DockerInstruction> Final =>
        [.. Instructions.Skip(Instructions.ToList().FindLastIndex(one => one.Name == "FROM"))];

    /// <summary>The one command that publishes.</summary>
    public IReadOnlyList<string> Publish =>
        All("RUN").Single(run => run.StartsWith("dotnet publish ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyDictionary<string, string> Environment => Final.Where(one => one.Name == "ENV")
        .SelectMany(one => one.Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    public static Dockerfile Read(string path)
    {
        var lines = File.ReadAllText(path).Replace("\\\n", " ", StringComparison.Ordinal).Split('\n');
        return new(path, [.. lines.Where(line => line.Trim().Length > 0 && line[0] != '#').Select(DockerInstruction.Parse)]);
    }

    public IEnumerable<string> All(string name) => Instructions.Where(one => one.Name == name).Select(one => one.Arguments);

    /// <summary>What stands in brackets behind the only instruction of this name in the image, as after <c>ENTRYPOINT</c>.</summary>
    public IReadOnlyList<string> Words(string name)
    {
        var text = Final.Single(one => one.Name == name).Arguments;
        return System.Text.Json.JsonSerializer.Deserialize<string[]>(text[text.IndexOf('[', StringComparison.Ordinal)..])!;
    }
}
