using Bot.Commands;

return await BotCommand.RunAsync(args);
