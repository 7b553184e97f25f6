namespace AiFixer.Plugins.Ssh;

/// <summary>A command that may be sent to a host. The words before the name are ours; the name is a plain identifier.</summary>
/// <param name="Words">What a person asked for and approves.</param>
/// <param name="IsCompose">Whether it is about a compose project.</param>
/// <param name="Name">The container or service; null for the whole project.</param>
internal sealed record SshCommand(IReadOnlyList<string> Words, bool IsCompose, string? Name)
{
    public const string Allowed = "docker restart NAME, docker start NAME, docker compose restart [SERVICE]";

    public bool Starts => Words[1] == "start";

    /// <summary>The schema has let only plain identifiers through.</summary>
    public static SshCommand? Of(IReadOnlyList<string> argv) => argv switch
    {
        ["docker", "compose", "restart"] => new(argv, true, null),
        ["docker", "compose", "restart", var service] => new(argv, true, service),
        ["docker", "restart" or "start", var name] => new(argv, false, name),
        _ => null,
    };

    /// <summary>What is sent to a host; its compose project may have a folder of its own.</summary>
    public IReadOnlyList<string> For(SshHostOptions host) => IsCompose ? [.. Compose(host), .. Words.Skip(2)] : Words;

    /// <summary>Asks for the containers it is about, by identity; the host's own words for a single one.</summary>
    public IReadOnlyList<string>? Listing(SshHostOptions host) =>
        !IsCompose ? null : [.. Compose(host), "ps", "--all", "--quiet", .. Name is null ? Array.Empty<string>() : [Name]];

    private static string[] Compose(SshHostOptions host) =>
        string.IsNullOrEmpty(host.ComposeFolder) ? ["docker", "compose"] : ["docker", "compose", "--project-directory", host.ComposeFolder];
}
