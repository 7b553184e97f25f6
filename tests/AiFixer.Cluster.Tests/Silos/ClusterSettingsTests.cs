using AiFixer.Hosting.Configuration;
using AiFixer.Grains.Membership;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Cluster.Tests.Silos;

public sealed class ClusterSettingsTests
{
    [Fact]
    public void Without_settings_it_is_one_silo_on_this_machine()
    {
        var (settings, problems) = Read();

        settings.Membership.ShouldBe(MembershipKind.Localhost);
        problems.ShouldBeEmpty();
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_by_key()
    {
        var (_, problems) = Read(("Cluster:Membership", "redis"), ("Cluster:Address", "here"), ("Cluster:SiloPort", "7"));

        problems.ShouldBe(
        [
            "Cluster:Address: must be this machine's address as other silos reach it, not \"here\"",
            "Cluster:SiloPort: must be a whole number from 1024 to 65535, not \"7\"",
            "Cluster:Redis: must say where Redis is, such as 127.0.0.1:6379, when Cluster:Membership is redis",
            "Storage:Provider: must be postgres when several silos share the store",
        ]);
    }

    [Fact]
    public void Membership_in_PostgreSQL_is_kept_where_the_incidents_are_unless_another_database_is_named()
    {
        var store = ("Storage:ConnectionString", "Host=store;Database=aifixer");
        var (same, problems) = Read(("Cluster:Membership", "postgres"), ("Storage:Provider", "postgres"), store);
        var (other, _) = Read(("Cluster:ConnectionString", "Host=elsewhere"), ("Storage:Provider", "postgres"), store);

        problems.ShouldBeEmpty();
        same.Membership.ShouldBe(MembershipKind.Postgres);
        same.Database.ShouldNotBeNull().ShouldContain("Host=store;Database=aifixer");
        other.Database.ShouldNotBeNull().ShouldContain("Host=elsewhere");
    }

    [Fact]
    public void Membership_in_PostgreSQL_wants_the_store_there_too_and_a_connection_that_can_be_read()
    {
        Read(("Cluster:Membership", "postgres")).Problems
            .ShouldBe(["Storage:Provider: must be postgres when several silos share the store"]);
        Read(("Cluster:ConnectionString", "nonsense"), ("Storage:Provider", "postgres")).Problems
            .ShouldHaveSingleItem().ShouldStartWith("Cluster:ConnectionString: cannot be read");
    }

    private static (ClusterSettings Settings, IReadOnlyList<string> Problems) Read(params (string Key, string Value)[] values)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
            .Build();
        var problems = new ConfigurationProblems();
        return (ClusterSettings.Read(configuration, problems), problems.Found);
    }
}
