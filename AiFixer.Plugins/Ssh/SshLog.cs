namespace AiFixer.Plugins.Ssh;

/// <summary>What ssh says of itself, apart from what the host's command says: it tells whether the command left.</summary>
internal sealed record SshLog(IReadOnlyList<string> Lines)
{
    private const string Debug = "debug1: ";

    public static SshLog Read(string path, int most)
    {
        if (!File.Exists(path))
            return new([]);
        using var file = new StreamReader(path);
        var buffer = new char[most];
        var count = file.ReadBlock(buffer);
        return Of(new(buffer, 0, count));
    }

    public static SshLog Of(string text) => new([.. text.Split('\n').Select(l => l.TrimEnd('\r'))]);

    /// <summary>ssh cuts long lines of its log: that a command left is said by how the line begins.</summary>
    public bool Sent => Lines.Any(l => l.StartsWith($"{Debug}Sending command: ", StringComparison.Ordinal));

    /// <summary>The number of the channel is another one where the connection was there before.</summary>
    public bool Answered => Lines.Any(l =>
        l.StartsWith($"{Debug}client_input_channel_req: channel ", StringComparison.Ordinal) && l.Contains(" rtype exit-", StringComparison.Ordinal));

    /// <summary>Trying again would end the same way.</summary>
    public bool IsRefused => Lines.Any(l =>
        l.StartsWith("Host key verification failed", StringComparison.Ordinal) || l.Contains("Permission denied (", StringComparison.Ordinal));

    public string Trouble => OutsideText.Line(
        string.Join("; ", Lines.Where(l => l.Length > 0 && !l.StartsWith("debug", StringComparison.Ordinal) && !l.StartsWith('@')
            && !l.StartsWith("OpenSSH_", StringComparison.Ordinal) && !l.StartsWith("Authenticated to", StringComparison.Ordinal)
            && !l.StartsWith("Transferred:", StringComparison.Ordinal) && !l.StartsWith("Bytes per second:", StringComparison.Ordinal)).TakeLast(3)), 500);
}
