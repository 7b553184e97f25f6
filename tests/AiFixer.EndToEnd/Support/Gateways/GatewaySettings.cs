using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Support;

/// <summary>How a gateway is started: everything by environment variables, as in a container.</summary>
public sealed record GatewaySettings
{
    public required string DataFolder { get; init; }

    /// <summary>Null keeps the journal in SQLite.</summary>
    public string? Postgres { get; init; }

    /// <summary>The cluster it looks after.</summary>
    public Uri? Cluster { get; init; }

    /// <summary>The program beside the tests that is started; null is the gateway.</summary>
    public string? Program { get; init; }

    /// <summary>What starts it instead of us, with its arguments; null for nothing.</summary>
    public IReadOnlyList<string>? Under { get; init; }

    /// <summary>How long its clients wait for an answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    public string Environment { get; init; } = "Production";

    /// <summary>Settings by their key, such as <c>Workflow:ApprovalTimeout</c>; they win over the ones for tests.</summary>
    public IReadOnlyDictionary<string, string?> More { get; init; } = new Dictionary<string, string?>();

    /// <summary>The same with one more setting.</summary>
    public GatewaySettings With(string key, string? value) =>
        this with { More = new Dictionary<string, string?>(More) { [key] = value } };

    internal Dictionary<string, string?> Variables(Uri address)
    {
        var variables = new Dictionary<string, string?>
        {
            ["ASPNETCORE_ENVIRONMENT"] = Environment,
            ["DOTNET_ENVIRONMENT"] = null,
            ["ASPNETCORE_URLS"] = null,
            ["TMPDIR"] = DataFolder,
            ["Gateway__Urls"] = address.GetLeftPart(UriPartial.Authority),
            ["Data__Folder"] = DataFolder,
            ["Storage__DataFolder"] = DataFolder,
            ["Storage__Provider"] = Postgres is null ? "sqlite" : "postgres",
            ["Storage__ConnectionString"] = Postgres,
            ["Storage__LeaseTime"] = "00:00:02",
            ["Storage__CheckpointEvery"] = "00:00:01",
            ["Engine__ScanInterval"] = "100ms",
            ["Engine__VerifyInterval"] = "300ms",
            ["Workflow__StabilisationWindow"] = "1s",
            ["Workflow__VerificationTimeout"] = "30s",
            ["Workflow__RetryPause"] = "300ms",
            ["Workflow__SendMargin"] = "2s",
            ["Policy__Fences__Cooldown"] = "1s",
            ["Plugins__Kubernetes__default__Server"] = Cluster?.GetLeftPart(UriPartial.Authority),
        };
        foreach (var (key, value) in More)
            variables[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return variables;
    }
}
