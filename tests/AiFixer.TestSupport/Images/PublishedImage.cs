namespace AiFixer.TestSupport;

/// <summary>What a Dockerfile publishes, run the way its image would be: as another user, from a folder that cannot be written to.</summary>
public sealed class PublishedImage : IAsyncDisposable
{
    private const string User = "1654";
    private static readonly TimeSpan LongestBuild = TimeSpan.FromMinutes(10);
    private readonly TempFolder folder = new();
    private readonly Dockerfile dockerfile;

    private PublishedImage(Dockerfile dockerfile) => this.dockerfile = dockerfile;

    public static bool IsRoot { get; } = Libc.EffectiveUser() == 0;

    /// <summary>The only folders it may write to.</summary>
    public IReadOnlyList<string> Writable => [folder.File("data"), folder.File("tmp")];

    private string App => folder.File("app");

    /// <summary>Runs the very command of the Dockerfile on the very files a build would see; only where it puts them is another place.</summary>
    public static async Task<PublishedImage> BuildAsync(string repository, string file)
    {
        var image = new PublishedImage(Dockerfile.Read(Path.Combine(repository, file)));
        var source = Directory.CreateDirectory(image.folder.File("src")).FullName;
        BuildContext.Copy(repository, source);
        var publish = image.dockerfile.Publish.Select(word => word == "/app" ? image.App : word).ToList();
        await ChildProcess.RunAsync(new(publish[0], publish.Skip(1).ToList()) { WorkingDirectory = source }, LongestBuild);
        Directory.Delete(source, recursive: true);
        await image.LockAsync();
        return image;
    }

    public ChildProcess Start(IReadOnlyDictionary<string, string?> settings) => Start("ENTRYPOINT", settings);

    /// <summary>Runs its health check to the end and returns the exit code.</summary>
    public async Task<int> CheckAsync(IReadOnlyDictionary<string, string?> settings)
    {
        await using var check = Start("HEALTHCHECK", settings);
        return await check.ExitedAsync();
    }

    /// <summary>What belongs to its user and is not in the folders it may write to: looked for where everybody may write.</summary>
    public async Task<IReadOnlyList<string>> StrayFilesAsync()
    {
        string[] open = ["/tmp", "/var/tmp", "/dev/shm", "/run"];
        string[] allowed = [.. Writable.SelectMany(folder => (string[])["-not", "-path", $"{folder}*"])];
        return await ChildProcess.RunAsync(
            new("find", [.. open, "-ignore_readdir_race", "-uid", User, .. allowed]), LongestBuild);
    }

    public async ValueTask DisposeAsync()
    {
        await ChildProcess.RunAsync(new("chmod", ["-R", "u+w", App]));
        folder.Dispose();
    }

    private ChildProcess Start(string instruction, IReadOnlyDictionary<string, string?> settings)
    {
        var words = dockerfile.Words(instruction).Select(word => word == "dotnet" ? DotnetHost.Path : word.Replace("/app/", App + "/", StringComparison.Ordinal)).ToList();
        var variables = dockerfile.Environment.ToDictionary(pair => pair.Key, pair => (string?)pair.Value.Replace("/data", Writable[0], StringComparison.Ordinal));
        variables["TMPDIR"] = Writable[1];
        foreach (var (name, value) in settings)
            variables[name] = value;
        ChildProcessOptions command = IsRoot
            ? new("setpriv", [$"--reuid={User}", $"--regid={User}", "--clear-groups", "--no-new-privs", "--bounding-set=-all", .. words])
            : new(words[0], words.Skip(1).ToList());
        return ChildProcess.Start(command with { WorkingDirectory = App, Environment = variables });
    }

    private async Task LockAsync()
    {
        foreach (var path in Writable)
            await ChildProcess.RunAsync(new("install", IsRoot ? ["-d", "-m", "700", "-o", User, "-g", User, path] : ["-d", "-m", "700", path]));
        await ChildProcess.RunAsync(new("chmod", ["755", folder.Path]));
        await ChildProcess.RunAsync(new("chmod", ["-R", "a-w,a+rX", App]));
    }
}
