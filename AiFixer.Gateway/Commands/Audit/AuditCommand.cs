using System.CommandLine;

namespace AiFixer.Gateway.Commands.Audit;

/// <summary><c>aifixer audit export</c>: the whole record, from a running service.</summary>
internal static class AuditCommand
{
    private const int Written = 0;
    private const int Failed = 1;

    public static Command Create()
    {
        var url = ApiClient.UrlOption();
        var format = new Option<string>("--format") { Description = "jsonl or csv.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "csv");
        var file = new Option<FileInfo?>("--output") { Description = "A file that is not there yet; by default it is printed." };
        var export = new Command("export", "Write every entry of every incident in the store.") { format, file };
        export.SetAction((parsed, stop) => ExportAsync(parsed.GetRequiredValue(url), parsed.GetRequiredValue(format), parsed.GetValue(file), stop));
        return new("audit", "What happened, for whoever keeps it elsewhere.") { url, export };
    }

    private static async Task<int> ExportAsync(string url, string format, FileInfo? file, CancellationToken cancellationToken)
    {
        using var api = ApiClient.Open(url);
        await using var output = file is null ? Console.OpenStandardOutput() : file.Open(FileMode.CreateNew, FileAccess.Write);
        if (await api.CopyAsync($"api/v1/audit?format={format}", output, cancellationToken) is not { } problem)
            return Written;
        await Console.Error.WriteLineAsync($"aifixer: {problem}");
        return Failed;
    }
}
