using AiFixer.Core.Ports;
using AiFixer.Plugins;
using AiFixer.Plugins.Connections;
using AiFixer.Tests.Plugins.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AiFixer.Tests.Plugins;

public sealed class PluginServicesTests
{
    [Fact]
    public void Built_in_and_other_plugins_are_there_after_registration()
    {
        using var services = Services(("Plugins:Kubernetes:eu:Server", "https://eu.example"), ("Plugins:Kubernetes:us:Server", "https://us.example"));

        var host = services.GetRequiredService<IPluginHost>();

        host.Find("list_pods")!.ParametersSchema.ShouldContain("\"enum\":[\"eu\",\"us\"]");
        host.Find("test.read").ShouldNotBeNull();
        services.GetRequiredService<IConnectionStatuses>().All.Select(c => $"{c.Family} {c.Name} {c.State}")
            .ShouldBe(["kubernetes eu Closed", "kubernetes us Closed"]);
    }

    [Fact]
    public void Without_a_cluster_its_plugins_are_not_offered()
    {
        using var services = Services();

        services.GetRequiredService<IPluginHost>().Plugins.Select(p => p.Name).ShouldBe(["test.read"]);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_by_its_key()
    {
        using var services = Services(
            ("Plugins:Host:MaxConcurrentCalls", "0"),
            ("Plugins:Circuit:OpenFor", "00:00:00"),
            ("Plugins:Kubernetes:eu:Server", "ftp://x"),
            ("Plugins:Kubernetes:eu:RequestTimeout", "00:00:00"),
            ("Plugins:Kubernetes:us:Server", "http://us.example"),
            ("Plugins:Kubernetes:us:Token", "t"),
            ("Plugins:Kubernetes:none:Context", "c"));

        var error = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IPluginHost>());

        error.Failures.ShouldBe(
        [
            "Plugins:Host:MaxConcurrentCalls: must be between 1 and 1000",
            "Plugins:Circuit:OpenFor: must be more than 0 and at most 1 hour",
            "Plugins:Kubernetes:eu:Server: must be an address such as https://10.0.0.1:6443",
            "Plugins:Kubernetes:eu:RequestTimeout: must be more than 0 and at most 10 minutes",
            "Plugins:Kubernetes:none: set one of Kubeconfig, Server and InCluster",
            "Plugins:Kubernetes:none:Context: needs Kubeconfig",
            "Plugins:Kubernetes:us:Server: credentials are sent over https only",
        ], ignoreOrder: true);
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)))
            .Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IPlugin>(new FakePlugin((_, _) => Task.FromResult(PluginResult.Ok("{}", ""))))
            .AddAiFixerPlugins(configuration)
            .BuildServiceProvider();
    }
}
