using AiFixer.Core.Alerts;
using AiFixer.Core.Exceptions;
using AiFixer.Gateway.Changes;
using AiFixer.Gateway.Errors;
using AiFixer.Gateway.Exceptions;
using AiFixer.Gateway.Health;
using AiFixer.Gateway.Incidents;
using AiFixer.Gateway.Intake;
using AiFixer.Gateway.Lark;
using AiFixer.Gateway.Live;
using AiFixer.Gateway.Metrics;
using AiFixer.Gateway.OpenApi;
using AiFixer.Gateway.Options;
using AiFixer.Gateway.Pages;
using AiFixer.Gateway.Playbooks;
using AiFixer.Gateway.Plugins;
using AiFixer.Gateway.PolicyApi;
using AiFixer.Gateway.Security;
using AiFixer.Gateway.Serialization;
using AiFixer.Gateway.SettingsApi;
using AiFixer.Hosting.Configuration;

namespace AiFixer.Gateway;

/// <summary>Everything between the network and the incident host.</summary>
internal static class GatewaySetup
{
    public static void AddGateway(this WebApplicationBuilder builder, ConfigurationProblems problems)
    {
        var options = GatewayOptionsReader.Read(builder.Configuration, problems);
        builder.Services.AddSingleton(options);
        var alerts = AlertOptionsReader.Read(new SettingsReader(builder.Configuration, problems).Section("Alerts"));
        builder.Services.AddSingleton(alerts);
        builder.Services.AddSingleton(new AlertParser(alerts));
        builder.Services.AddSingleton(new ExceptionMapper(alerts));
        ServerLimits.Apply(builder.WebHost, options);
        SecuritySetup.Add(builder.Services, options);
        AddApi(builder.Services);
        PageSetup.Add(builder.Services);
    }

    public static void MapGateway(this WebApplication app)
    {
        app.UseMiddleware<RequestSpan>();
        app.UseMiddleware<IntakeLane>();
        // Said here, or it would be done before everything else.
        app.UseRouting();
        app.UseStatusCodePages(EmptyAnswers.FillAsync);
        app.UseExceptionHandler();
        SecuritySetup.Use(app);
        app.MapOpenApi().RequireAuthorization(Policies.Viewer);
        IntakeEndpoints.Map(app);
        ExceptionEndpoints.Map(app);
        LarkEndpoints.Map(app);
        IncidentEndpoints.Map(app);
        DecisionEndpoints.Map(app);
        EventEndpoints.Map(app);
        PluginEndpoints.Map(app);
        PlaybookEndpoints.Map(app);
        ChangeEndpoints.Map(app);
        SettingEndpoints.Map(app);
        PolicyEndpoints.Map(app);
        AuditEndpoints.Map(app);
        HealthEndpoints.Map(app);
        MetricsEndpoint.Map(app);
        PageEndpoints.Map(app);
    }

    private static void AddApi(IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<GatewayExceptionHandler>();
        services.ConfigureHttpJsonOptions(json => GatewayJson.Apply(json.SerializerOptions));
        services.AddSingleton<AlertIntake>();
        services.AddSingleton<ExceptionIntake>();
        services.AddSingleton<PlaybookTrial>();
        services.AddSingleton<MetricsText>();
        services.AddSingleton<IncidentReader>();
        services.AddSingleton<MissingIncidents>();
        services.AddSingleton<StatusCounts>();
        services.AddHostedService<FirstCount>();
        services.AddSingleton<Decisions>();
        services.AddSingleton<PluginSwitch>();
        services.AddSingleton<PolicyReader>();
        services.AddSingleton<IncidentScan>();
        services.AddSingleton<StreamSlots>();
        services.AddSingleton<ChangeFeed>();
        OpenApiSetup.Add(services);
    }
}
