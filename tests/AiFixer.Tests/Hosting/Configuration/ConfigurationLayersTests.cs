using AiFixer.Hosting.Configuration;
using AiFixer.TestSupport;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Tests.Hosting.Configuration;

public sealed class ConfigurationLayersTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, string> _variables = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_layer_wins_over_the_one_below()
    {
        Write("appsettings.json", """{"A":{"1":"json","2":"json","3":"json","4":"json"}}""");
        Write("appsettings.Test.json", """{"A":{"2":"json.test","3":"json.test","4":"json.test"}}""");
        Write("appsettings.yaml", "A:\n  3: yaml\n  4: yaml\n");
        Write("appsettings.Test.yaml", "A:\n  4: yaml.test\n");

        var configuration = Build();

        new[] { "1", "2", "3", "4" }.Select(key => configuration["A:" + key]).ShouldBe(["json", "json.test", "yaml", "yaml.test"]);
    }

    [Fact]
    public void Names_that_people_know_stand_for_our_keys()
    {
        _variables["LLM_PROVIDER"] = "ollama";
        _variables["ALERT_BOT_IDS"] = "a,b";
        _variables["FENCE_MAX_REPLICAS"] = "9";
        Write("appsettings.yaml", "Llm:\n  Provider: other\n");

        var configuration = Build();

        configuration["Llm:Provider"].ShouldBe("ollama");
        configuration["Policy:Fences:MaxReplicas"].ShouldBe("9");
        new SettingsReader(configuration, new()).Section("Lark").List("AlertBotIds").ShouldBe(["a", "b"]);
    }

    [Fact]
    public void A_secret_may_be_in_a_file_of_its_own()
    {
        Write("secret", "from-a-file\n");
        _variables["Gateway__Webhooks__Alertmanager__Token_FILE"] = _folder.File("secret");
        _variables["SSL_CERT_FILE"] = "/nowhere";

        Build()["Gateway:Webhooks:Alertmanager:Token"].ShouldBe("from-a-file");
    }

    [Fact]
    public void A_secret_file_that_cannot_be_read_is_named()
    {
        _variables["Gateway__Token_FILE"] = _folder.File("missing");
        Should.Throw<ConfigurationException>(Build).Message.ShouldContain("Gateway__Token_FILE");
    }

    [Fact]
    public void A_secret_in_a_settings_file_is_a_mistake_that_is_said()
    {
        Write("appsettings.json", """{"Gateway":{"ApiKeys":[{"Name":"a","Key":"in-the-open"}],"Webhooks":{"Alertmanager":{"Token":"x"}}}}""");
        Write("appsettings.yaml", "Llm:\n  ApiKey: x\n  Provider: y\n");
        var problems = new ConfigurationProblems();

        SecretsInFiles.Check(Build(), problems);

        problems.Found.Select(problem => problem[..problem.IndexOf(": ", StringComparison.Ordinal)])
            .ShouldBe(["Gateway:ApiKeys:0:Key", "Gateway:Webhooks:Alertmanager:Token", "Llm:ApiKey"], ignoreOrder: true);
        problems.Found.ShouldAllBe(problem => !problem.Contains("in-the-open", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("postgresql://mon:hunter2@db/shop", true)]
    [InlineData("host=db dbname=shop password=hunter2", true)]
    [InlineData("postgresql://mon@db/shop", false)]
    public void A_dsn_may_stand_in_a_settings_file_without_its_password(string dsn, bool mistake)
    {
        Write("appsettings.yaml", $"Plugins:\n  Postgres:\n    default:\n      Dsn: {dsn}\n");
        var problems = new ConfigurationProblems();

        SecretsInFiles.Check(Build(), problems);

        problems.Found.Any(problem => problem.StartsWith("Plugins:Postgres:default:Dsn: ", StringComparison.Ordinal)).ShouldBe(mistake);
        problems.Found.ShouldAllBe(problem => !problem.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public void The_well_known_variable_of_the_database_sets_its_dsn()
    {
        _variables["PG_MONITOR_DSN"] = "postgresql://mon:hunter2@db/shop";

        Build()["Plugins:Postgres:default:Dsn"].ShouldBe("postgresql://mon:hunter2@db/shop");
    }

    [Theory]
    [InlineData("a: [1, 2\n")]
    [InlineData("- a\n- b\n")]
    [InlineData("a: 1\nA: 2\n")]
    public void Broken_yaml_is_refused_with_its_file(string yaml)
    {
        Write("appsettings.yaml", yaml);
        Should.Throw<Exception>(Build).ToString().ShouldContain("appsettings.yaml");
    }

    [Theory]
    [InlineData(null, null, "Production")]
    [InlineData(null, "dev", "Development")]
    [InlineData("Staging", "dev", "Staging")]
    [InlineData(null, "qa", "qa")]
    public void The_environment_is_chosen_by_either_name(string? aspnet, string? env, string expected) =>
        EnvironmentName.Choose(name => name switch { "ASPNETCORE_ENVIRONMENT" => aspnet, "ENV" => env, _ => null }).ShouldBe(expected);

    private IConfigurationRoot Build()
    {
        var builder = new ConfigurationBuilder().SetBasePath(_folder.Path).AddJsonFile("appsettings.json", optional: true).AddJsonFile("appsettings.Test.json", optional: true);
        ConfigurationLayers.Arrange(builder.Sources, "Test", _variables);
        return builder.Build();
    }

    private void Write(string name, string content) => File.WriteAllText(_folder.File(name), content);
}
