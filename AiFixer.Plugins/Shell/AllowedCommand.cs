namespace AiFixer.Plugins.Shell;

/// <summary>A command that may be run, or why not.</summary>
internal sealed record AllowedCommand(IReadOnlyList<string> Argv, string? Error)
{
    public static AllowedCommand Refused(string error) => new([], error);
}
