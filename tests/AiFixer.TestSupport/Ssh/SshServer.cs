namespace AiFixer.TestSupport;

/// <summary>A real sshd on loopback, as the user who runs the tests, with keys of its own.</summary>
public sealed class SshServer : IAsyncDisposable
{
    private const string Program = "/usr/sbin/sshd";
    private readonly TempFolder _folder = new();
    private ChildProcess? _process;

    private SshServer()
    {
    }

    public int Port { get; } = FreePort.Next();

    /// <summary>A line for a file of known hosts.</summary>
    public string KnownHost => $"[127.0.0.1]:{Port} {File.ReadAllText(_folder.File("host.pub")).Trim()}";

    /// <summary>Everything the server said.</summary>
    public IReadOnlyList<string> Output => _process!.Output;

    /// <param name="authorizedKey">The public key that is let in.</param>
    /// <param name="settings">Lines of its configuration besides.</param>
    public static async Task<SshServer> StartAsync(string authorizedKey, params IReadOnlyList<string> settings)
    {
        var server = new SshServer();
        try
        {
            await server.StartAsync(authorizedKey, string.Join('\n', settings));
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes a key pair without a passphrase: the path, and the path with <c>.pub</c>.</summary>
    public static Task MakeKeyAsync(string path) =>
        ChildProcess.RunAsync(new("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", path));

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _process = null;
        _folder.Dispose();
    }

    private async Task StartAsync(string authorizedKey, string settings)
    {
        await MakeKeyAsync(_folder.File("host"));
        await File.WriteAllTextAsync(_folder.File("authorized"), authorizedKey);
        await File.WriteAllTextAsync(_folder.File("config"), $"""
            ListenAddress 127.0.0.1
            Port {Port}
            HostKey {_folder.File("host")}
            AuthorizedKeysFile {_folder.File("authorized")}
            PidFile none
            UsePAM no
            StrictModes no
            PermitRootLogin prohibit-password
            PasswordAuthentication no
            KbdInteractiveAuthentication no
            LogLevel VERBOSE
            {settings}

            """);
        // Only an sshd that is root wants this folder, empty and root's own.
        if (Libc.EffectiveUser() == 0)
            Directory.CreateDirectory("/run/sshd");
        _process = ChildProcess.Start(new(Program, "-D", "-e", "-f", _folder.File("config")));
        await _process.LineAsync("Server listening on");
    }
}
