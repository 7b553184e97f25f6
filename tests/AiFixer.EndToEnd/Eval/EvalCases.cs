using System.Text.Json.Nodes;

namespace AiFixer.EndToEnd.Eval;

/// <summary>The cases for the models: some of this repository's suites, or those in the folder that <c>AIFIXER_EVAL_CASES</c> names.</summary>
internal static class EvalCases
{
    private const string Again = "again";

    private static readonly string[] Usual = ["cluster5", "database5"];

    /// <summary>One suite twice: what was answered for it before need not be asked again.</summary>
    public static void CopyTo(string folder)
    {
        var from = Environment.GetEnvironmentVariable("AIFIXER_EVAL_CASES");
        var suites = from is null
            ? [.. Usual.Select(suite => Path.Combine(Root, "eval", "cases", suite))]
            : Directory.GetDirectories(from).Order(StringComparer.Ordinal).ToArray();
        foreach (var suite in suites)
            Copy(suite, Path.Combine(folder, Path.GetFileName(suite)));
        Copy(suites[0], Path.Combine(folder, Again));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, Again), "case.json", SearchOption.AllDirectories))
            File.WriteAllText(file, OfSuite(File.ReadAllText(file), Again));
    }

    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "AiFixer.sln")))
                folder = folder.Parent;
            return folder.FullName;
        }
    }

    private static string OfSuite(string described, string suite)
    {
        var one = JsonNode.Parse(described)!;
        one["suite"] = suite;
        return one.ToJsonString();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
