using System.Collections.Immutable;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Databases;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Tests.Core.Analysis.Support;

namespace AiFixer.Tests.Core.Analysis.Databases.Support;

/// <summary>What was seen of a database called db, with replicas called near and far.</summary>
internal static class Db
{
    public static DatabaseFacts Facts(params MetricFact[] metrics) => new(Seen.Scene() with { Metrics = [.. metrics] }, "db", "E9")
    {
        Settings = ImmutableDictionary<string, string>.Empty.Add("read_replica", "near (a), far (b)"),
    };

    public static DatabaseFacts With(this DatabaseFacts facts, params DatabaseEvent[] events) => facts with { Events = [.. events] };

    public static DatabaseEvent Event(int minute, string message, string source = "db") => new(Seen.At(minute), source, message);

    public static MetricFact Metric(string name, double before, double after, string owner = "db") => Seen.Metric(name, before, after, owner);

    public static MetricFact Metric(string name, Func<int, double> value, string owner = "db") => Seen.Metric(name, value, owner);

    public static Cause? Best(DatabaseFacts facts) => DatabaseAnalysis.Of(facts).FirstOrDefault();
}
