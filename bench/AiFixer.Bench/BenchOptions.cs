using System.Globalization;

namespace AiFixer.Bench;

/// <summary>What to measure and for how long.</summary>
internal sealed record BenchOptions
{
    public const string Usage =
        """
        usage: bench/run [--only NAME]... [--database postgres|sqlite]... [--runs N] [--seconds N] [--waiting N] [--sizes N,N] [--plot FILE] [--page FILE]

        Measures on this machine, and prints JSON lines and a table.

          --only NAME       only yardstick, ceiling, policy, detectors, engine, intake, open, lives, telemetry, waiting, storm, clicks, group, growth,
                            archive, pods, playbooks, elsewhere or cluster; may be given several times
          --database NAME   only this database
          --follow-up X     intake with follow-up held or running only
          --load CxA        only the load with C clients and A alerts a request, such as 64x1
          --runs N          how often intake and lives are measured; the median counts (1)
          --seconds N       how long each load is measured (8); what has a length of its own, such as storm or growth, keeps it
          --waiting N       how many incidents wait (100000)
          --sizes N,N       how many incidents there are while growth is measured (10000,100000,1000000)
          --plot FILE       where the picture of growth goes
          --page FILE       where everything goes as a page with plots
          --elsewhere PORT  another program that takes the same alerts on this port
          --output FILE     where the JSON lines go besides the console
        """;

    public IReadOnlyList<string> Only { get; init; } = [];

    public IReadOnlyList<string> Databases { get; init; } = [];

    public IReadOnlyList<string> Loads { get; init; } = [];

    /// <summary>Whether intake is measured with what follows held back, running, or both.</summary>
    public IReadOnlyList<bool> HoldFollowUp { get; init; } = [true, false];

    public int Runs { get; init; } = 1;

    public int Seconds { get; init; } = 8;

    public int Waiting { get; init; } = 100_000;

    public string? Output { get; init; }

    public IReadOnlyList<long> Sizes { get; init; } = [10_000, 100_000, 1_000_000];

    public int? Elsewhere { get; init; }

    public string? Plot { get; init; }

    public string? Page { get; init; }

    /// <summary>The gateway that is measured.</summary>
    public string Gateway { get; init; } = Path.Combine(AppContext.BaseDirectory, "aifixer.dll");

    /// <summary>The silo that is measured; null where Orleans is missing.</summary>
    public string? Silo { get; init; }

    public bool Wants(string name) => Only.Count == 0 || Only.Contains(name);

    public IEnumerable<string> WantedDatabases => Databases.Count > 0 ? Databases : ["postgres", "sqlite"];

    /// <summary>Null when they cannot be understood.</summary>
    public static BenchOptions? Read(IReadOnlyList<string> arguments)
    {
        var options = new BenchOptions();
        if (arguments.Count % 2 != 0)
            return null;
        for (var i = 0; i < arguments.Count && options is not null; i += 2)
            options = options.With(arguments[i], arguments[i + 1]);
        return options;
    }

    private BenchOptions? With(string name, string value) => (name, Number(value)) switch
    {
        ("--only", _) => this with { Only = [.. Only, value] },
        ("--database", _) when value is "postgres" or "sqlite" => this with { Databases = [.. Databases, value] },
        ("--follow-up", _) when value is "held" or "running" => this with { HoldFollowUp = [value == "held"] },
        ("--load", _) => this with { Loads = [.. Loads, value] },
        ("--runs", > 0 and var runs) => this with { Runs = runs },
        ("--seconds", > 0 and var seconds) => this with { Seconds = seconds },
        ("--waiting", > 0 and var waiting) => this with { Waiting = waiting },
        ("--sizes", _) when SizesOf(value) is { Count: > 0 } sizes => this with { Sizes = sizes },
        ("--elsewhere", > 0 and var port) => this with { Elsewhere = port },
        ("--plot", _) => this with { Plot = value },
        ("--page", _) => this with { Page = value },
        ("--output", _) => this with { Output = value },
        ("--silo", _) => this with { Silo = Path.GetFullPath(value) },
        ("--gateway", _) => this with { Gateway = Path.GetFullPath(value) },
        _ => null,
    };

    private static List<long>? SizesOf(string text)
    {
        var sizes = text.Split(',').Select(Number).ToList();
        return sizes.Contains(0) ? null : sizes.ConvertAll(size => (long)size);
    }

    private static int Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
