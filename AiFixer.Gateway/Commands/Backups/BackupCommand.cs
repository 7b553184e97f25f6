using System.CommandLine;
using System.Globalization;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Settings;
using AiFixer.Storage;
using AiFixer.Storage.Backups;

namespace AiFixer.Gateway.Commands.Backups;

/// <summary><c>aifixer backup</c>: the store as it is now, into a folder, while the service goes on.</summary>
internal static class BackupCommand
{
    private const int Made = 0;

    public static Command Create(Func<WebApplicationBuilder> configure)
    {
        var folder = new Argument<string>("folder") { Description = "Where it goes; must not be there yet." };
        var keys = new Option<bool>("--with-keys") { Description = "Put the keys into it too. Whoever has them can sign; better kept apart." };
        var archives = new Option<bool>("--without-archives") { Description = "Leave the archives out: they never change and may be copied by other means." };
        var command = new Command("backup", "Copy the store as it is now, while the service goes on.") { folder, keys, archives };
        command.SetAction((parsed, stop) => RunAsync(
            configure(), parsed.GetRequiredValue(folder), parsed.GetValue(keys), !parsed.GetValue(archives), Console.Out, stop));
        return command;
    }

    private static async Task<int> RunAsync(
        WebApplicationBuilder builder, string folder, bool withKeys, bool withArchives, TextWriter output, CancellationToken cancellationToken)
    {
        var options = Options(builder);
        var manifest = await Backup.WriteAsync(options, folder, withKeys, withArchives, cancellationToken);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFullPath(folder)}: {manifest.Incidents} incidents as of {manifest.MadeAt:u}, {manifest.Files.Sum(file => file.Bytes) / 1e6:F1} MB."));
        if (!manifest.HasKeys)
            await output.WriteLineAsync($"The keys are not in it; keep a copy of {options.KeyFolder ?? Path.Combine(options.DataFolder, "keys")} somewhere else: {string.Join(", ", manifest.Keys.Select(key => key.Name))}.");
        if (manifest is { SealedWith: { } key, HasKeys: false })
            await output.WriteLineAsync($"It is encrypted: without {key} nothing in it can be read.");
        await BackupRecord.WriteAsync(options, manifest, folder, output, cancellationToken);
        return Made;
    }

    internal static StorageOptions Options(WebApplicationBuilder builder)
    {
        var problems = new ConfigurationProblems();
        var options = StorageSettings.Read(builder.Configuration, problems);
        problems.ThrowIfAny();
        return options;
    }
}
