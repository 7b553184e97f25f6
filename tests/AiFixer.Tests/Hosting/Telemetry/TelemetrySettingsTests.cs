using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Telemetry;
using AiFixer.TestSupport;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Tests.Hosting.Telemetry;

public sealed class TelemetrySettingsTests
{
    [Fact]
    public void Without_a_collector_nothing_is_exported()
    {
        var (options, problems) = Read();

        options.IsOn.ShouldBeFalse();
        problems.ShouldBeEmpty();
    }

    [Fact]
    public void The_standard_variables_do_as_well()
    {
        var aliases = VariableAliases.Read(new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://collector:4318",
            ["OTEL_EXPORTER_OTLP_HEADERS"] = "Authorization=Basic abc",
            ["OTEL_EXPORTER_OTLP_TIMEOUT"] = "750",
            ["OTEL_SERVICE_NAME"] = "aifixer-eu",
            ["OTEL_TRACES_SAMPLER_ARG"] = "0.25",
            ["OTEL_LOGS_EXPORTER"] = "none",
        });
        var (options, problems) = Read([.. aliases.Select(pair => (pair.Key, pair.Value!))]);

        problems.ShouldBeEmpty();
        options.ShouldBe(new TelemetryOptions
        {
            Endpoint = new("http://collector:4318"),
            Headers = "Authorization=Basic abc",
            TimeoutMilliseconds = 750,
            ServiceName = "aifixer-eu",
            SampleRatio = 0.25,
            Logs = false,
        });
    }

    [Theory]
    [InlineData("http://collector:4317", null, false)]
    [InlineData("http://collector:4318", null, true)]
    [InlineData("http://collector:4318", "grpc", false)]
    [InlineData("http://collector:4317", "http/protobuf", true)]
    public void The_usual_port_says_which_protocol_where_nobody_does(string endpoint, string? protocol, bool overHttp)
    {
        var (options, problems) = Read(("Telemetry:Endpoint", endpoint), ("Telemetry:Protocol", protocol ?? ""));

        problems.ShouldBeEmpty();
        options.OverHttp.ShouldBe(overHttp);
    }

    [Theory]
    [InlineData("http://localhost:8080", null)]
    [InlineData("http://127.0.0.1:9000", "http://*:9000")]
    [InlineData("http://[::1]:9000", "http://0.0.0.0:9000;http://localhost:1")]
    public void It_never_exports_to_itself(string endpoint, string? urls)
    {
        var (_, problems) = Read(("Telemetry:Endpoint", endpoint), ("Gateway:Urls", urls ?? ""));

        problems.ShouldHaveSingleItem().ShouldStartWith("Telemetry:Endpoint: is this service itself");
    }

    [Fact]
    public void A_collector_beside_it_on_another_port_is_fine() =>
        Read(("Telemetry:Endpoint", "http://localhost:4318"), ("Gateway:Urls", "http://localhost:8080")).Problems.ShouldBeEmpty();

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_by_its_key() =>
        Read(
            ("Telemetry:Endpoint", "collector:4318x"), ("Telemetry:Protocol", "thrift"), ("Telemetry:SampleRatio", "7"), ("Telemetry:QueueSize", "1"), ("Telemetry:Traces", "maybe"))
            .Problems.Select(problem => problem.Split(": ")[0]).ShouldBe(
                ["Telemetry:Endpoint", "Telemetry:Protocol", "Telemetry:QueueSize", "Telemetry:SampleRatio", "Telemetry:Traces"], ignoreOrder: true);

    [Fact]
    public void What_opens_the_collector_is_a_secret_and_has_no_place_in_a_file()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("appsettings.json"), """{"Telemetry":{"Headers":"Authorization=Basic abc"}}""");
        var problems = new ConfigurationProblems();

        SecretsInFiles.Check(new ConfigurationBuilder().AddJsonFile(folder.File("appsettings.json")).Build(), problems);

        problems.Found.ShouldHaveSingleItem().ShouldContain("Telemetry__Headers_FILE");
    }

    private static (TelemetryOptions Options, IReadOnlyList<string> Problems) Read(params (string Key, string Value)[] settings)
    {
        var problems = new ConfigurationProblems();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value))).Build();
        return (TelemetrySettings.Read(configuration, problems), problems.Found);
    }
}
