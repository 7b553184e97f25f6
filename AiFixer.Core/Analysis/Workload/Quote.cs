namespace AiFixer.Core.Analysis.Workload;

/// <summary>Words of others inside a sentence of ours: log lines are full of straight quotes, so these are not.</summary>
internal static class Quote
{
    public static string Of(string words) => $"“{words}”";
}
