using System.Globalization;
using System.Text.Json;
using AiFixer.Bench;
using AiFixer.Bench.Detecting;
using AiFixer.Bench.Reporting;
using AiFixer.Bench.Servers;
using AiFixer.Bench.Suites;

if (args is [CeilingServer.Argument, var port])
{
    await CeilingServer.RunAsync(port);
    return 0;
}

if (args is [PodServer.Argument, var podPort])
{
    await PodServer.RunAsync(podPort);
    return 0;
}

if (args is [DetectorRun.Argument, var series, var count, var length])
{
    DetectorRun.Run(series, int.Parse(count, CultureInfo.InvariantCulture), int.Parse(length, CultureInfo.InvariantCulture));
    return 0;
}

if (BenchOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine(BenchOptions.Usage);
    return 2;
}

var results = new Results(Console.Error);
Console.Error.WriteLine(Table.Head);
try
{
    await using var postgres = await BenchPostgres.StartAsync();
    await AllSuites.RunAsync(new(options, postgres, results));
    return 0;
}
finally
{
    var measurements = results.All();
    var lines = measurements.Select(one => JsonSerializer.Serialize(one, MeasurementJson.Default.Measurement)).ToList();
    lines.ForEach(Console.WriteLine);
    if (options.Output is { } file)
        await File.WriteAllLinesAsync(file, lines);
    if (options.Page is { } page)
        await File.WriteAllTextAsync(page, Page.Of(measurements, results.Plots));
    Console.WriteLine();
    Console.WriteLine(Machine.This.Text);
    Console.WriteLine(Table.Head);
    foreach (var one in measurements)
        Console.WriteLine(Table.Line(one));
}
