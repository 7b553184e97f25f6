using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Settings;
using AiFixer.Plugins;
using AiFixer.Storage;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Hosting.Configuration;

public sealed partial class PolicySettingsTests
{
    [Fact]
    public void Everything_that_is_said_is_read()
    {
        var policy = Read(
            out var problems,
            ("Policy:Mode", "auto"),
            ("Policy:Fences:MaxAffected", "20"),
            ("Policy:Fences:ProtectedResources", "main/*/prod/db, */node/*/*"),
            ("Policy:Environments:0:Name", "production"), ("Policy:Environments:0:Scopes", "main/prod-*"), ("Policy:Environments:0:Mode", "review"), ("Policy:Environments:0:AutomaticFixesPerHour", "2"),
            ("Policy:Freezes:0:Name", "year's end".Replace("'", "", StringComparison.Ordinal)), ("Policy:Freezes:0:Since", "2026-12-20T00:00:00Z"), ("Policy:Freezes:0:Until", "2027-01-03T00:00:00Z"),
            ("Policy:MaintenanceWindows:0:Name", "nights"), ("Policy:MaintenanceWindows:0:Zone", "Europe/Berlin"), ("Policy:MaintenanceWindows:0:Days", "Mon, tue, Friday"), ("Policy:MaintenanceWindows:0:From", "22:00"), ("Policy:MaintenanceWindows:0:To", "06:00"),
            ("Policy:Approvals:FourEyesFrom", "medium"), ("Policy:Approvals:Approvers:0:People", "key:alice"), ("Policy:Approvals:Approvers:0:UpTo", "high"));

        problems.ShouldBeEmpty();
        policy.Mode.ShouldBe(PolicyMode.Auto);
        policy.MaxAffected.ShouldBe(20);
        policy.ProtectedResources.ShouldBe(["main/*/prod/db", "*/node/*/*"]);
        policy.Environments[0].ShouldSatisfyAllConditions(one => one.Mode.ShouldBe(PolicyMode.Review), one => one.AutomaticFixesPerHour.ShouldBe(2), one => one.MaxAffected.ShouldBeNull());
        policy.Freezes[0].Until.ShouldBe(new DateTimeOffset(2027, 1, 3, 0, 0, 0, TimeSpan.Zero));
        policy.MaintenanceWindows[0].Days.ShouldBe([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Friday]);
        policy.MaintenanceWindows[0].From.ShouldBe(new(22, 0));
        policy.Approvals.FourEyesFrom.ShouldBe(PluginRisk.Medium);
        policy.Approvals.Approvers[0].People.ShouldBe(["key:alice"]);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_by_its_key()
    {
        Read(
            out var problems,
            ("Policy:Mode", "yolo"),
            ("Policy:Fences:MaxAffected", "-1"),
            ("Policy:Environments:0:Name", "a,b"),
            ("Policy:Freezes:0:Name", "x"), ("Policy:Freezes:0:Zone", "Mars/Olympus"), ("Policy:Freezes:0:Days", "Someday"), ("Policy:Freezes:0:From", "25:00"),
            ("Policy:Freezes:0:Since", "soon"),
            ("Policy:MaintenanceWindows:0:Name", "y"), ("Policy:MaintenanceWindows:0:Since", "2027-01-01T00:00:00Z"), ("Policy:MaintenanceWindows:0:Until", "2026-01-01T00:00:00Z"),
            ("Policy:Approvals:FourEyesFrom", "often"));

        problems.Select(problem => problem.Split(": ")[0]).ShouldBe(
            [
                "Policy:Mode", "Policy:Fences:MaxAffected", "Policy:Environments:0:Scopes", "Policy:Environments:0:Name", "Policy:Freezes:0:Zone",
                "Policy:Freezes:0:Days", "Policy:Freezes:0:From", "Policy:Freezes:0:To", "Policy:Freezes:0:Since", "Policy:MaintenanceWindows:0:Until", "Policy:Approvals:FourEyesFrom",
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("Approver", "Admin", PluginRisk.High)]
    [InlineData("Approver", "Operator", null)]
    public void Two_people_are_asked_for_where_there_are_two(string one, string other, PluginRisk? from) =>
        Read(out _, ("Gateway:ApiKeys:0:Role", one), ("Gateway:ApiKeys:1:Role", other)).Approvals.FourEyesFrom.ShouldBe(from);

    [Fact]
    public void A_key_that_signs_grants_is_made_once_and_readable_by_its_owner_alone()
    {
        using var folder = new TempFolder();
        var storage = new StorageOptions { DataFolder = folder.Path };
        var keys = Keys(out _);

        var signed = Stories.Proposing(Given.Auto with { GrantKeys = keys.Open(storage, NullLogger.Instance) }).Proposed(Given.Planned());
        signed.Rules = signed.Rules with { GrantKeys = keys.Open(storage, NullLogger.Instance) };

        signed.Starts().Task.Started.ShouldBeTrue();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(folder.Path, "keys", "grants-1.grant")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Several_processes_that_share_the_folder_have_the_same_key()
    {
        using var folder = new TempFolder();
        var storage = new StorageOptions { DataFolder = folder.Path };
        var opened = Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(16).Select(_ => Keys(out var _).Open(storage, NullLogger.Instance)).ToList();
        var story = Stories.Proposing(Given.Auto with { GrantKeys = opened[0] }).Proposed(Given.Planned());

        foreach (var keys in opened)
            GrantLook.Opens(story.State, "a1", story.Rules with { GrantKeys = keys }, story.Now).ShouldBeTrue();
    }

    [Fact]
    public void A_grant_of_a_process_with_another_folder_is_asked_about_again()
    {
        using var folder = new TempFolder();
        using var other = new TempFolder();
        var story = Stories.Proposing(Given.Auto with { GrantKeys = Keys(out _).Open(new() { DataFolder = folder.Path }, NullLogger.Instance) }).Proposed(Given.Planned());
        story.Rules = story.Rules with { GrantKeys = Keys(out _).Open(new() { DataFolder = other.Path }, NullLogger.Instance) };

        story.Starts().State.RefusedGrants.ShouldHaveSingleItem().Fault.ShouldBe(GrantFault.UnknownKey);
        story.State.Status.ShouldBe(IncidentStatus.Proposing);
    }

    [Fact]
    public void A_new_name_makes_a_new_key_and_the_old_one_is_still_believed()
    {
        using var folder = new TempFolder();
        var storage = new StorageOptions { DataFolder = folder.Path };
        var story = Stories.Proposing(Given.Auto with { GrantKeys = Keys(out _).Open(storage, NullLogger.Instance) }).Proposed(Given.Planned());

        var later = Keys(out _, ("Policy:GrantKey", "grants-2")).Open(storage, NullLogger.Instance);

        GrantLook.Opens(story.State, "a1", story.Rules with { GrantKeys = later }, story.Now).ShouldBeTrue();
        Stories.Proposing(Given.Auto with { GrantKeys = later }).Proposed(Given.Planned()).State.Grants[0].Key!.ShouldStartWith("grants-2:");
    }

    [Fact]
    public void Keys_of_the_configuration_are_used_instead_of_the_folders()
    {
        using var folder = new TempFolder();
        var secret = Convert.ToBase64String(new byte[32]);

        var keys = Keys(out var problems, ("Policy:GrantKeys:0:Name", "k"), ("Policy:GrantKeys:0:Secret", secret));

        problems.ShouldBeEmpty();
        Stories.Proposing(Given.Auto with { GrantKeys = keys.Open(new() { DataFolder = folder.Path }, NullLogger.Instance) })
            .Proposed(Given.Planned()).State.Grants[0].Key.ShouldBe("k");
        Directory.Exists(Path.Combine(folder.Path, "keys")).ShouldBeFalse();
    }

    [Fact]
    public void Two_keys_of_one_name_are_refused()
    {
        var (one, other) = (Convert.ToBase64String(new byte[32]), Convert.ToBase64String(new byte[33]));

        Keys(
            out var problems, ("Policy:GrantKeys:0:Name", "k"), ("Policy:GrantKeys:0:Secret", one), ("Policy:GrantKeys:1:Name", "k"), ("Policy:GrantKeys:1:Secret", other));

        problems.ShouldHaveSingleItem().ShouldStartWith("Policy:GrantKeys: ");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("none")]
    [InlineData("None")]
    public void A_fence_that_is_set_to_nothing_is_empty(string nothing)
    {
        var policy = Read(
            out var problems, ("Policy:Fences:AutoNamespaces", nothing), ("Policy:Fences:ProtectedNamespaces", nothing), ("Policy:Fences:ProtectedLabels", nothing),
            ("Policy:Fences:ApprovalVerbs", nothing));

        problems.ShouldBeEmpty();
        policy.AutoNamespaces.ShouldBeEmpty();
        policy.ProtectedNamespaces.ShouldBeEmpty();
        policy.ProtectedLabels.ShouldBeEmpty();
        policy.ApprovalVerbs.ShouldBeEmpty();
    }

    [Fact]
    public void A_fence_that_is_an_empty_list_in_a_file_is_empty()
    {
        using var json = new MemoryStream("""{"Policy":{"Fences":{"AutoNamespaces":[]}}}"""u8.ToArray());
        var found = new ConfigurationProblems();

        var policy = PolicySettings.Read(new(new ConfigurationBuilder().AddJsonStream(json).Build(), found));

        found.Found.ShouldBeEmpty();
        policy.AutoNamespaces.ShouldBeEmpty();
    }

    [Fact]
    public void An_empty_list_in_a_yaml_file_is_set_to_nothing()
    {
        var read = YamlSettings.Read(new StringReader("Policy:\n  Fences:\n    AutoNamespaces: []\n    ProtectedNamespaces:\n"));

        read["Policy:Fences:AutoNamespaces"].ShouldBe("");
        read["Policy:Fences:ProtectedNamespaces"].ShouldBeNull();
    }

    [Fact]
    public void A_fence_that_is_not_set_is_the_default()
    {
        Read(out _, ("Policy:Fences:MaxAffected", "3"), ("Policy:Fences:ProtectedNamespaces", null!)).ShouldSatisfyAllConditions(
            policy => policy.AutoNamespaces.ShouldBe(["default", "staging"]),
            policy => policy.ProtectedNamespaces.ShouldContain("kube-system"));
    }

    [Fact]
    public void A_fence_of_names_and_nothing_is_refused()
    {
        Read(
            out var problems, ("Policy:Fences:AutoNamespaces", "shop, none"), ("Policy:Fences:ProtectedNamespaces", ""), ("Policy:Fences:ProtectedNamespaces:0", "kube-system"));

        problems.Select(problem => problem.Split(": ")[0]).ShouldBe(["Policy:Fences:AutoNamespaces", "Policy:Fences:ProtectedNamespaces"]);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("c2hvcnQ=")]
    public void A_secret_that_could_be_guessed_is_refused(string secret)
    {
        Keys(out var problems, ("Policy:GrantKeys:0:Name", "k"), ("Policy:GrantKeys:0:Secret", secret));

        problems.ShouldHaveSingleItem().ShouldStartWith("Policy:GrantKeys:0:Secret");
    }

    private static PolicyOptions Read(out IReadOnlyList<string> problems, params (string Key, string Value)[] settings)
    {
        var found = new ConfigurationProblems();
        var policy = PolicySettings.Read(new(Configuration(settings), found));
        problems = found.Found;
        return policy;
    }

    private static GrantKeySettings Keys(out IReadOnlyList<string> problems, params (string Key, string Value)[] settings)
    {
        var found = new ConfigurationProblems();
        var keys = GrantKeySettings.Read(new SettingsReader(Configuration(settings), found).Section("Policy"));
        problems = found.Found;
        return keys;
    }

    private static IConfiguration Configuration((string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value))).Build();
}
