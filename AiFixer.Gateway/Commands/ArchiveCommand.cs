using System.CommandLine;
using AiFixer.Core;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Settings;
using AiFixer.Storage.Retention;

namespace AiFixer.Gateway.Commands;

/// <summary><c>aifixer archive</c>: reads incidents that were moved into files. Needs no database, but the key that encrypted them.</summary>
internal static class ArchiveCommand
{
    private const int Found = 0;
    private const int NotFound = 1;

    public static Command Create(Func<WebApplicationBuilder> configure)
    {
        var folder = new Option<string?>("--folder") { Description = "Where the archives are; by default as configured." };
        var command = new Command("archive", "Read incidents that were archived.") { List(configure, folder), Show(configure, folder) };
        return command;
    }

    private static Command List(Func<WebApplicationBuilder> configure, Option<string?> folder)
    {
        var command = new Command("list", "The archives and which incidents they have.") { folder };
        command.SetAction((parsed, _) => ListAsync(Folder(configure, parsed.GetValue(folder)), Console.Out));
        return command;
    }

    private static Command Show(Func<WebApplicationBuilder> configure, Option<string?> folder)
    {
        var id = new Argument<string>("incident") { Description = "Such as INC-01K9ZQ8H47F3KQ2M." };
        var raw = new Option<bool>("--json") { Description = "The lines as they are in the archive." };
        var command = new Command("show", "One incident with everything that was kept of it.") { id, folder, raw };
        command.SetAction((parsed, _) => ShowAsync(
            Folder(configure, parsed.GetValue(folder)), parsed.GetRequiredValue(id), parsed.GetValue(raw), Console.Out, Console.Error));
        return command;
    }

    private static async Task<int> ListAsync(ArchiveFolder folder, TextWriter output)
    {
        var files = folder.Files().ToList();
        foreach (var (path, head, bytes) in files)
            await output.WriteLineAsync(ArchiveText.Line(path, head, bytes));
        if (files.Count == 0)
            await output.WriteLineAsync($"There are no archives in {folder.Path}.");
        return Found;
    }

    private static async Task<int> ShowAsync(ArchiveFolder folder, string text, bool raw, TextWriter output, TextWriter errors)
    {
        if (!IncidentId.TryParse(text, out var id) || folder.Find(id) is not { } incident)
        {
            await errors.WriteLineAsync($"There is no such incident in the archives in {folder.Path}.");
            return NotFound;
        }

        await output.WriteLineAsync(raw ? incident.ToJsonLines() : ArchiveText.Of(incident));
        return Found;
    }

    private static ArchiveFolder Folder(Func<WebApplicationBuilder> configure, string? wanted)
    {
        var problems = new ConfigurationProblems();
        var options = StorageSettings.Read(configure().Configuration, problems);
        problems.ThrowIfAny();
        return new(wanted ?? options.ArchivePath, options.Seals);
    }
}
