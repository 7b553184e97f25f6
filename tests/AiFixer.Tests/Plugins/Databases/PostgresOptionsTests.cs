using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Databases;

public sealed class PostgresOptionsTests
{
    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_by_its_key_and_without_the_password()
    {
        var options = new PluginsOptions
        {
            Postgres =
            {
                ["shop"] = new() { Dsn = "postgresql://mon:hunter2@db/", StatementTimeout = TimeSpan.Zero, MaxConnections = 0, VacuumTimeout = TimeSpan.FromHours(2) },
                ["no name"] = new(),
            },
            Docker = { ["default"] = new() { Socket = "docker.sock", StopTimeout = TimeSpan.FromHours(1) } },
        };

        options.Problems().ShouldBe(
        [
            "Plugins:Postgres:shop:Dsn: names no database",
            "Plugins:Postgres:shop:StatementTimeout: must be more than 0 and at most 60 seconds",
            "Plugins:Postgres:shop:VacuumTimeout: must be more than 0 and at most 50 minutes",
            "Plugins:Postgres:shop:MaxConnections: must be between 1 and 100",
            "Plugins:Postgres:no name: a connection's name is up to 63 letters, digits, - and _",
            "Plugins:Postgres:no name:Dsn: is required",
            "Plugins:Docker:default:Socket: must be the full path of a unix socket, of at most 107 characters",
            "Plugins:Docker:default:StopTimeout: must be more than 0 and at most 2 minutes",
        ]);
    }
}
