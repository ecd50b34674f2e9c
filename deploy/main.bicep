// The bot in Azure without any secret of its own: a user-assigned managed identity is the bot's identity, reads the store's connection
// string from Key Vault and speaks to Teams. The vault, its secret "store" and the image are there before.
targetScope = 'resourceGroup'

@description('Name of the bot and of what belongs to it.')
@minLength(4)
@maxLength(30)
param name string

@description('The image, for instance registry.azurecr.io/reform-assistant:1.1.0.')
param image string

@description('Azure container registry of this resource group that holds the image: the identity may then pull from it. Empty for a registry that anybody may pull from.')
param registryName string = ''

@description('Key Vault of this resource group; its secret "store" is the connection string of the PostgreSQL database.')
param vaultName string

@description('Entra object id of the person who is admin before any contact is imported.')
param firstAdmin string

@description('Entra application by which people sign in to the dashboard (README, 3); empty keeps the dashboard closed inside Teams.')
param signInAppId string = ''

@description('What an empty store starts with: the units, indicators and plans that ship, those with the facts of the founding article, or nothing.')
@allowed(['catalog', 'article', 'none'])
param seed string = 'catalog'

param location string = resourceGroup().location

var port = 8080
// Key Vault Secrets User
var secretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
// AcrPull
var imagePuller = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')
var isOwnRegistry = !empty(registryName)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

resource readsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, secretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: secretsUser
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = if (isOwnRegistry) {
  name: registryName
}

resource pullsImages 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (isOwnRegistry) {
  name: guid(registry.id, identity.id, imagePuller)
  scope: registry
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: imagePuller
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 30
  }
}

resource apps 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    managedEnvironmentId: apps.id
    configuration: {
      ingress: {
        external: true
        targetPort: port
        allowInsecure: false
      }
      registries: isOwnRegistry ? [
        {
          server: '${registryName}${environment().suffixes.acrLoginServer}'
          identity: identity.id
        }
      ] : []
      secrets: [
        {
          name: 'store'
          keyVaultUrl: '${vault.properties.vaultUri}secrets/store'
          identity: identity.id
        }
      ]
    }
    template: {
      containers: [
        {
          name: 'bot'
          image: image
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: [
            { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
            { name: 'MicrosoftAppId', value: identity.properties.clientId }
            { name: 'MicrosoftAppTenantId', value: tenant().tenantId }
            { name: 'Teams__SignInAppId', value: signInAppId }
            { name: 'Contacts__FirstAdmin', value: firstAdmin }
            { name: 'PublicAddress', value: 'https://${name}.${apps.properties.defaultDomain}' }
            { name: 'Store__Provider', value: 'Postgres' }
            { name: 'Store__Seed', value: seed }
            { name: 'ConnectionStrings__Store', secretRef: 'store' }
          ]
          probes: [
            {
              type: 'Liveness'
              httpGet: {
                path: '/health/live'
                port: port
              }
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/health/ready'
                port: port
              }
            }
          ]
        }
      ]
      // A conversation's order is known to one process; a second one would cost it (docs/delivery.md).
      scale: {
        minReplicas: 1
        maxReplicas: 1
      }
    }
  }
  dependsOn: [
    readsSecrets
    pullsImages
  ]
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: name
    endpoint: 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppTenantId: tenant().tenantId
    msaAppMSIResourceId: identity.id
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
    }
  }
}

output appId string = identity.properties.clientId
output host string = app.properties.configuration.ingress.fqdn
