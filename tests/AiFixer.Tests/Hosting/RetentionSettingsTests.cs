using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Settings;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Tests.Hosting;

public sealed class RetentionSettingsTests
{
    [Fact]
    public void Incidents_are_kept_for_ninety_days_unless_something_else_is_said() =>
        Read([], out _).ArchiveAfterDays.ShouldBe(0);

    [Fact]
    public void Everything_can_be_said()
    {
        var options = Read(
            [
                ("ArchiveAfterDays", "0"), ("Folder", "/mnt/archive"), ("Every", "10m"), ("Piece", "5"), ("Pause", "2s"), ("FileSize", "100"),
            ],
            out var problems);

        problems.ShouldBeEmpty();
        (options.ArchiveAfterDays, options.Folder, options.Piece, options.FileSize).ShouldBe((0, "/mnt/archive", 5, 100));
        (options.Every, options.Pause).ShouldBe((TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(2)));
    }

    [Theory]
    [InlineData("ArchiveAfterDays", "-1")]
    [InlineData("Every", "0s")]
    [InlineData("Piece", "201")]
    [InlineData("Pause", "2m")]
    [InlineData("FileSize", "0")]
    public void What_is_not_possible_is_said_by_its_key(string key, string value)
    {
        Read([(key, value)], out var problems);

        problems.ShouldHaveSingleItem().ShouldContain($"Retention:{key}");
    }

    private static AiFixer.Storage.Retention.RetentionOptions Read((string Key, string Value)[] settings, out IReadOnlyList<string> problems)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create<string, string?>("Retention:" + pair.Key, pair.Value)))
            .Build();
        var found = new ConfigurationProblems();
        var options = StorageSettings.Read(configuration, found);
        problems = Messages(found);
        return options.Retention;
    }

    private static IReadOnlyList<string> Messages(ConfigurationProblems problems)
    {
        try
        {
            problems.ThrowIfAny();
            return [];
        }
        catch (ConfigurationException e)
        {
            return [.. e.Message.Split('\n').Where(line => line.Contains("Retention:", StringComparison.Ordinal))];
        }
    }
}
