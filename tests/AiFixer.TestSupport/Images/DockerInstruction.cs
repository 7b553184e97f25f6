namespace AiFixer.TestSupport;

/// <summary>One line of a Dockerfile.</summary>
public sealed record DockerInstruction(string Name, string Arguments)
{
    public static DockerInstruction Parse(string line) =>
        line.Trim().Split(' ', 2) is [var name, var rest] ? new(name.ToUpperInvariant(), rest.Trim()) : throw new FormatException(line);
}
