using System.Diagnostics;
using System.Globalization;
using AiFixer.Bench.Reporting;
using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Classes;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Playbooks.Matching;

namespace AiFixer.Bench.Suites;

/// <summary>Finding the playbook among 10,000 for an exception with a long traceback, and making them ready once.</summary>
internal static class PlaybookSuite
{
    private const int Count = 10_000;
    private const int Questions = 2_000;
    private const double MostMilliseconds = 1;

    private static readonly ErrorClass[] Classes = Enum.GetValues<ErrorClass>();
    private static readonly string[] Words =
        "connection refused pool exhausted worker thread kafka broker leader replica checkout payment ledger timeout retry shard lock quota token".Split(' ');

    public static Task RunAsync(Bench bench)
    {
        var playbooks = Enumerable.Range(0, Count).Select(Playbook).ToList();
        var began = Stopwatch.GetTimestamp();
        var set = new PlaybookSet(ErrorClassRules.None, playbooks);
        Add(bench, "10,000 playbooks, made ready", Stopwatch.GetElapsedTime(began).TotalMilliseconds, null, null);
        Measure(bench, set, "10,000 playbooks, one fits", i => $"{Noise(i)}\n{Words[i % Words.Length]} {Words[i % 7]} in job {i * 5 % Count}");
        Measure(bench, set, "10,000 playbooks, none fits", Noise);
        Measure(bench, new(ErrorClassRules.None, [.. playbooks.Select(one => one with { Class = ErrorClass.Oom, Patterns = [Pattern.Of("out of memory")] })]),
            "10,000 playbooks, all fit", i => $"{Noise(i)}\nout of memory");
        return Task.CompletedTask;
    }

    private static void Measure(Bench bench, PlaybookSet set, string name, Func<int, string> text)
    {
        var questions = Enumerable.Range(0, Questions)
            .Select(i => new MatchQuestion(name.EndsWith("all fit", StringComparison.Ordinal) ? ErrorClass.Oom : Classes[i % Classes.Length], Severity.P1, text(i), "exception", "run_import"))
            .ToList();
        foreach (var question in questions)
            set.Match(question);
        var times = new List<double>(Questions);
        foreach (var question in questions)
        {
            var began = Stopwatch.GetTimestamp();
            set.Match(question);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        Add(bench, name, times[Questions / 2], times[Questions * 99 / 100], Goal.P99AtMost(MostMilliseconds));
    }

    /// <summary>Two literal patterns each, and of every hundredth a regular expression too.</summary>
    private static Playbook Playbook(int i) => new()
    {
        Id = FormattableString.Invariant($"p{i}"),
        Name = FormattableString.Invariant($"Playbook {i}"),
        Version = "1",
        Class = Classes[i % Classes.Length],
        Patterns =
        [
            Pattern.Of(FormattableString.Invariant($"{Words[i % Words.Length]} {Words[i % 7]} in job {i}")),
            Pattern.Of(FormattableString.Invariant($"error {i} of {Words[i % 5]}")),
            .. i % 100 == 0 ? [Pattern.Of(FormattableString.Invariant($"re:job [0-9]+ of {Words[i % 11]} failed with code {i}"))] : Array.Empty<Pattern>(),
        ],
        Selection = new() { Tasks = i % 3 == 0 ? ["run_*"] : [] },
        Action = new(PlaybookActionType.WaitRetry, Wait: TimeSpan.FromMinutes(5)),
    };

    /// <summary>A traceback of about 4,000 letters with words that patterns have too.</summary>
    private static string Noise(int seed) => string.Join('\n', Enumerable.Range(0, 80).Select(line =>
        string.Create(CultureInfo.InvariantCulture, $"  File \"/srv/app/{Words[(seed + line) % Words.Length]}.py\", line {line * 7}, in {Words[(seed + line * 3) % Words.Length]}_error")));

    private static void Add(Bench bench, string what, double value, double? p99, Goal? goal) =>
        bench.Results.Add(new() { Name = what, Value = value, Unit = "ms", P50 = p99 is null ? null : value, P99 = p99, Goal = goal });
}
