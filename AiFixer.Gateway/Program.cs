using AiFixer.Gateway.Commands;

return await CommandLine.RunAsync(args);
