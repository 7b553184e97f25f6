using AiFixer.Plugins.Processes;

namespace AiFixer.Plugins.Ssh;

/// <summary>A folder of its own for each command: ssh's configuration, its log, and the socket of its connection.</summary>
internal sealed class SshFolder : IDisposable
{
    private const int MaxLog = 256 * 1024;
    private const int MaxOutput = 1024 * 1024;
    private readonly DirectoryInfo folder;

    private SshFolder(string host, DirectoryInfo folder) => (Host, this.folder) = (host, folder);

    public string Host { get; }

    /// <summary>It appears when the host has let us in.</summary>
    public string Socket => File("line");

    public static SshFolder Make(string host) => new(host, Directory.CreateTempSubdirectory("aifixer-ssh-"));

    public Task ConfigureAsync(string configuration, CancellationToken cancellationToken) =>
        System.IO.File.WriteAllTextAsync(File("config"), configuration, cancellationToken);

    public SshLog Log() => SshLog.Read(File("log"), MaxLog);

    public async Task<SshReport> AskAsync(
        ProcessRunner processes, SshHostOptions options, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var report = await processes.RunAsync(Order(options.ConnectTimeout + options.CommandTimeout, [.. Logged, "-n", Host, .. words]), cancellationToken);
        return SshReport.Of(Host, words, report, Log());
    }

    /// <summary>Connects and waits, without a command of its own.</summary>
    public ProcessOrder Connecting(TimeSpan timeout) => Order(timeout, [.. Logged, "-n", "-M", "-S", Socket, "-N", Host]);

    /// <summary>Sends words over the connection that is there. Were it gone, this ssh must not make one of its own.</summary>
    public ProcessOrder Over(TimeSpan timeout, IReadOnlyList<string> words) =>
        Order(timeout, ["-S", Socket, "-o", "ProxyCommand=false", "-n", Host, .. words]);

    public void Dispose() => folder.Delete(recursive: true);

    private string[] Logged => ["-E", File("log"), "-o", "LogLevel=DEBUG1"];

    private string File(string name) => Path.Combine(folder.FullName, name);

    private ProcessOrder Order(TimeSpan timeout, IEnumerable<string> rest) =>
        new("ssh", ["-F", File("config"), "-T", "-x", "-a", .. rest]) { Timeout = timeout, MaxOutputBytes = MaxOutput };
}
